namespace Overflight.Airspace;

/// <summary>Where a set of boundaries comes from, and what is known to be wrong with it.</summary>
public sealed record BoundarySource
{
    /// <summary>Short name, for example <c>osm-borders</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>The package it was made from, with its version.</summary>
    public required string Package { get; init; }

    /// <summary>The year that the data stands for.</summary>
    public required string Vintage { get; init; }

    /// <summary>SHA-256 of the data file that was compiled, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of the compiled set, lower-case hex: with it, and only with it, the same places get the same answers.</summary>
    public string CompiledSha256 { get; init; } = "";

    /// <summary>SPDX identifier of the data's licence.</summary>
    public required string Licence { get; init; }

    /// <summary>The words that the licence wants shown.</summary>
    public required string Attribution { get; init; }

    /// <summary>ISO 3166 alpha-3 codes of the claims, in the order of the pack.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>How many boundary edges.</summary>
    public int Edges { get; init; }

    /// <summary>Known faults, in words.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
