namespace Overflight.Feeds;

/// <summary>How a <see cref="JsonScanner"/> stands.</summary>
internal enum ScanState : byte
{
    /// <summary>All well so far.</summary>
    Good,

    /// <summary>The bytes end within a value.</summary>
    NeedsMore,

    /// <summary>The bytes are not JSON, or nest too deeply.</summary>
    Bad,
}
