//! Serves the finished site on loopback, as a careful web server would: right types, a strict policy, nothing outside its folder.

use std::{
    fs::File,
    path::{Component, Path, PathBuf},
    thread,
};

use anyhow::anyhow;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::{place, web};

/// What a page may do: its own files, and WebAssembly compiled from them. No inline script or style, no other host.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'self'; require-trusted-types-for 'script'";

/// Builds all and serves it until the process is ended.
///
/// # Errors
/// If the site does not build or the port is taken.
pub fn serve(port: u16) -> anyhow::Result<()> {
    web::build()?;
    let address = open(&place::site(), port)?;
    println!("Amends is served at http://{address}/ (Ctrl-C stops it)");
    loop {
        thread::park();
    }
}

/// Serves a folder from threads of its own, for as long as the process lives; gives the address.
///
/// # Errors
/// If the port is taken.
pub fn open(folder: &Path, port: u16) -> anyhow::Result<std::net::SocketAddr> {
    let server =
        Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("port {port}: {error}; give another by --port"))?;
    let address = server.server_addr().to_ip().ok_or_else(|| anyhow!("the server has no address"))?;
    let server = std::sync::Arc::new(server);
    for _ in 0..4 {
        let server = server.clone();
        let folder = folder.to_path_buf();
        thread::spawn(move || {
            for request in server.incoming_requests() {
                answer(request, &folder).ok(); // a browser that hangs up is no failure of ours
            }
        });
    }
    Ok(address)
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(StatusCode(405)));
    }
    let Some(path) = within(request.url()) else {
        return request.respond(Response::empty(StatusCode(400)));
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

/// The path of a request below the served folder; none where it would leave it.
fn within(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
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
    use super::*;

    #[test]
    fn a_request_cannot_leave_the_folder() {
        for url in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/a/../../b", "/..\\b"] {
            assert_eq!(within(url), None, "{url}");
        }
        assert_eq!(within("/a/b.js?v=1"), Some(PathBuf::from("a/b.js")));
        assert_eq!(within("/"), Some(PathBuf::new()));
    }

    #[test]
    fn a_module_is_served_as_one() {
        assert_eq!(media_type(Path::new("amends_bg.wasm")), "application/wasm");
    }
}
