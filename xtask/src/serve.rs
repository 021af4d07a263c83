//! Serves the finished site on loopback, as a careful web server would: right types, a strict policy, nothing outside its folder.

use std::{
    fs::File,
    path::{Component, Path, PathBuf},
    thread,
};

use anyhow::anyhow;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::{place, web};

/// What a page may do: its own files, and WebAssembly compiled from them. No inline script or style, no markup from
/// text but that of the element's templates, no other host.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'self'; trusted-types lit-html; require-trusted-types-for 'script'";

/// Builds all and serves it below a path (`/` for the whole host) until the process is ended.
///
/// # Errors
/// If the site does not build or the port is taken.
pub fn serve(port: u16, below: &str) -> anyhow::Result<()> {
    web::build()?;
    let below = format!("/{}/", below.trim_matches('/')).replace("//", "/");
    let address = open(&place::site(), port, &below)?;
    println!("Amends is served at http://{address}{below} (Ctrl-C stops it)");
    loop {
        thread::park();
    }
}

/// Serves a folder below a path that begins and ends with `/`, from threads that live as long as the process; gives the
/// address. Port 0 takes any free one.
///
/// # Errors
/// If the port is taken.
pub fn open(folder: &Path, port: u16, below: &str) -> anyhow::Result<std::net::SocketAddr> {
    let server =
        Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("port {port}: {error}; give another by --port"))?;
    let address = server.server_addr().to_ip().ok_or_else(|| anyhow!("the server has no address"))?;
    let server = std::sync::Arc::new(server);
    for _ in 0..4 {
        let server = server.clone();
        let folder = folder.to_path_buf();
        let below = below.to_owned();
        thread::spawn(move || {
            for request in server.incoming_requests() {
                answer(request, &folder, &below).ok(); // a browser that hangs up is no failure of ours
            }
        });
    }
    Ok(address)
}

fn answer(request: Request, folder: &Path, below: &str) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(StatusCode(405)));
    }
    let Some(path) = request.url().strip_prefix(below).and_then(within) else {
        return request.respond(Response::from_string("not found").with_status_code(404));
    };
    let mut file = folder.join(path);
    if file.is_dir() {
        if !request.url().split('?').next().unwrap_or_default().ends_with('/') {
            let location = format!("{}/", request.url());
            return request.respond(Response::empty(StatusCode(308)).with_header(header("Location", &location)));
        }
        file.push("index.html");
    }
    match File::open(&file) {
        Ok(open) => request.respond(
            Response::from_file(open)
                .with_header(header("Content-Type", media_type(&file)))
                .with_header(header("Content-Security-Policy", POLICY))
                .with_header(header("X-Content-Type-Options", "nosniff"))
                .with_header(header("Referrer-Policy", "no-referrer"))
                .with_header(header("Cache-Control", "no-cache")),
        ),
        Err(_) => request.respond(Response::from_string("not found").with_status_code(404)),
    }
}

/// The file that the rest of a request's URL names in the served folder; none where it would leave it.
fn within(rest: &str) -> Option<PathBuf> {
    let path = rest.split(['?', '#']).next()?;
    let plain = !path.contains(['%', '\\', '\0']); // the site's own names need no escapes
    let path = Path::new(path);
    (plain && path.components().all(|part| matches!(part, Component::Normal(_)))).then(|| path.to_path_buf())
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|kind| kind.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "ftl" | "txt" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A header from text of ours, or from a URL that the server has read as ASCII.
fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values are printable ASCII")
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        io::{Read, Write},
        net::{SocketAddr, TcpStream},
    };

    use super::*;

    fn served(below: &str) -> (tempfile::TempDir, SocketAddr) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("desk")).unwrap();
        fs::write(folder.path().join("desk/index.html"), "the desk").unwrap();
        fs::write(folder.path().join("amends_bg.wasm"), "a module").unwrap();
        let address = open(folder.path(), 0, below).unwrap();
        (folder, address)
    }

    fn asked(address: SocketAddr, request: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_module_is_served_as_one_and_under_the_policy() {
        let (_folder, address) = served("/");
        let answer = asked(address, "GET /amends_bg.wasm?v=1");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.contains("Content-Type: application/wasm"), "{answer}");
        assert!(answer.contains("script-src 'self' 'wasm-unsafe-eval';"), "{answer}");
    }

    #[test]
    fn a_folder_is_its_index_and_its_address_ends_with_a_slash() {
        let (_folder, address) = served("/tools/amends/");
        assert!(asked(address, "GET /tools/amends/desk/").ends_with("the desk"));
        assert!(asked(address, "GET /tools/amends/desk").contains("Location: /tools/amends/desk/"));
    }

    #[test]
    fn nothing_is_served_outside_the_folder_or_beside_the_path() {
        let (_folder, address) = served("/tools/");
        for url in ["/tools/../Cargo.toml", "/tools/%2e%2e/x", "/tools//etc/passwd", "/desk/", "/tools/none"] {
            let answer = asked(address, &format!("GET {url}"));
            assert!(answer.starts_with("HTTP/1.1 404"), "{url}: {answer}");
        }
        assert!(asked(address, "POST /tools/desk/").starts_with("HTTP/1.1 405"));
    }
}
