/// FNV-1a in 128 bits (Fowler, Noll, Vo; RFC 9923): five lines where a cryptographic hash costs the runtime kilobytes.
/// It guards against damage and tells programs apart; it does not guard against an attacker, who could as well
/// compute any other unkeyed hash.
pub fn of(bytes: &[u8]) -> u128 {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = (1 << 88) + 0x13b;
    bytes.iter().fold(BASIS, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_the_published_function() {
        for (text, hash) in [
            ("", 0x6c62272e07bb014262b821756295c58d_u128),
            ("a", 0xd228cb696f1a8caf78912b704e4a8964),
            ("foobar", 0x343e1662793c64bf6f0d3597ba446f18),
        ] {
            assert_eq!(super::of(text.as_bytes()), hash, "{text}");
        }
    }
}
