//! Serves the finished site on loopback, as a careful web server would: right types, a strict policy, nothing outside its folder.

use std::{
    fs,
    net::SocketAddr,
    path::{Component, Path, PathBuf},
    thread,
};

use anyhow::Context;
use axum::{
    Router,
    body::Body,
    extract::State,
    http::{Method, Response, StatusCode, Uri, header},
    serve::ListenerExt,
};
use tokio::{net::TcpListener, runtime};

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
pub fn open(folder: &Path, port: u16, below: &str) -> anyhow::Result<SocketAddr> {
    let runtime = runtime::Builder::new_multi_thread().enable_io().build()?;
    let listener = runtime
        .block_on(TcpListener::bind(("127.0.0.1", port)))
        .with_context(|| format!("port {port} cannot be listened on; give another by --port"))?;
    let address = listener.local_addr()?;
    // The end of an answer goes out at once, rather than when its beginning is known to have come.
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    let site = Site { folder: folder.to_path_buf(), below: below.to_owned() };
    let router = Router::new().fallback(answer).with_state(site);
    thread::spawn(move || runtime.block_on(axum::serve(listener, router).into_future()));
    Ok(address)
}

/// A folder, and the path that it is served below.
#[derive(Clone)]
struct Site {
    folder: PathBuf,
    below: String,
}

async fn answer(State(site): State<Site>, method: Method, url: Uri) -> Response<Body> {
    if !matches!(method, Method::GET | Method::HEAD) {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "");
    }
    let Some(path) = url.path().strip_prefix(&site.below).and_then(within) else {
        return plain(StatusCode::NOT_FOUND, "not found");
    };
    let mut file = site.folder.join(path);
    if file.is_dir() {
        if !url.path().ends_with('/') {
            return Response::builder()
                .status(StatusCode::PERMANENT_REDIRECT)
                .header(header::LOCATION, format!("{}/", url.path()))
                .body(Body::empty())
                .expect("the path of a URL is printable ASCII");
        }
        file.push("index.html");
    }
    match fs::read(&file) {
        Ok(content) => Response::builder()
            .header(header::CONTENT_TYPE, media_type(&file))
            .header(header::CONTENT_SECURITY_POLICY, POLICY)
            .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
            .header(header::REFERRER_POLICY, "no-referrer")
            .header(header::CACHE_CONTROL, "no-cache")
            .body(content.into())
            .expect("names and values are printable ASCII"),
        Err(_) => plain(StatusCode::NOT_FOUND, "not found"),
    }
}

/// An answer without a file.
fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    let mut answer = Response::new(text.into());
    *answer.status_mut() = status;
    answer
}

/// The file that the rest of a URL's path names in the served folder; none where it would leave it.
fn within(path: &str) -> Option<PathBuf> {
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

#[cfg(test)]
mod tests {
    use std::{
        fs,
        io::{Read, Write},
        net::{SocketAddr, TcpStream},
        time::Duration,
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
        assert!(answer.contains("content-type: application/wasm"), "{answer}");
        assert!(answer.contains("script-src 'self' 'wasm-unsafe-eval';"), "{answer}");
    }

    #[test]
    fn a_folder_is_its_index_and_its_address_ends_with_a_slash() {
        let (_folder, address) = served("/tools/amends/");
        assert!(asked(address, "GET /tools/amends/desk/").ends_with("the desk"));
        assert!(asked(address, "GET /tools/amends/desk").contains("location: /tools/amends/desk/"));
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

    #[test]
    fn connections_that_stay_open_keep_no_other_waiting() {
        let (_folder, address) = served("/");
        let mut streams: Vec<TcpStream> = (0..8).map(|_| TcpStream::connect(address).unwrap()).collect();
        for stream in &mut streams {
            stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
            write!(stream, "GET /desk/ HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        }
        for stream in &mut streams {
            stream.read_exact(&mut [0; 12]).unwrap();
        }
    }
}
