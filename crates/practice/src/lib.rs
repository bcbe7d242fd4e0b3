//! Simulated MitID: an OpenID provider for demonstration and practice.
