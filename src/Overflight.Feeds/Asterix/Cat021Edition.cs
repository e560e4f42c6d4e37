namespace Overflight.Feeds.Asterix;

/// <summary>Which layout category 021 blocks have; the blocks themselves do not say.</summary>
public enum Cat021Edition
{
    /// <summary>Told from the blocks, by data source: which layout they fit wholly and plausibly.</summary>
    Detect,

    /// <summary>Editions 0.23 to 0.26.</summary>
    Early,

    /// <summary>Editions 1.0 to 2.6.</summary>
    Current,
}
