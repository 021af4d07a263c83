fn main() {
    let folder = std::env::args().nth(1).unwrap();
    match amends::pack::load(std::path::Path::new(&folder)) {
        Err(e) => println!("{e}"),
        Ok(r) => {
            for d in &r.diagnostics {
                println!("{}\n", amends::pack::render(d, &r.files, amends::pack::Style::Plain));
            }
            println!("{} diagnostics, pack {}", r.diagnostics.len(), r.pack.is_some());
            if std::env::args().nth(2).is_some() {
                println!("{:#?}", r.pack);
            }
        }
    }
}
