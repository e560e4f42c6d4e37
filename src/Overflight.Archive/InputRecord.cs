namespace Overflight.Archive;

/// <summary>One input that was ingested: what every fix's provenance leads to.</summary>
public sealed record InputRecord
{
    /// <summary>Its number in the archive, which the fixes carry.</summary>
    public required int Number { get; init; }

    /// <summary>The path that was given, or <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex: its identity.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its length.</summary>
    public required long Bytes { get; init; }

    /// <summary>Its format, in words.</summary>
    public required string Format { get; init; }

    /// <summary>Fixes taken from it.</summary>
    public required long Fixes { get; init; }

    /// <summary>Records in it that gave none.</summary>
    public required long Rejected { get; init; }

    /// <summary>False when it was damaged and only read in part.</summary>
    public required bool IsComplete { get; init; }
}
