//! HTML shell, forms, problems, cookies, assets, rate limits.
