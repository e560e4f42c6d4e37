namespace Overflight.Cli.Archives;

/// <summary>What became of an input.</summary>
internal enum IngestOutcome
{
    /// <summary>Its fixes are in the archive, on the disk.</summary>
    Ingested,

    /// <summary>The same bytes were ingested before.</summary>
    AlreadyThere,

    /// <summary>Nothing in it is a fix.</summary>
    NoFixes,

    /// <summary>It could not be read to its end by the system; nothing of it was ingested.</summary>
    Unreadable,
}
