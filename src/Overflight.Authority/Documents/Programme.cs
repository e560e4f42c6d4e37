using System.Text.Json.Serialization;

namespace Overflight.Authority.Documents;

/// <summary>A programme of surveillance: what lawmakers are told of when it is new and when it changes.</summary>
public sealed record Programme : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "programme";

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The State that flies it, ISO 3166 alpha-3: in its own airspace it needs nobody's consent.</summary>
    public required string OperatingState { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>Which law it claims to run under; a recorded choice that can be challenged, never a fact of the software.</summary>
    public required LegalRegimeChoice Regime { get; init; }

    /// <summary>What makes it new or changed (50 U.S.C. 3093(d)).</summary>
    public required ProgrammeExtent Extent { get; init; }

    /// <summary>The rule profile that its sorties are judged by.</summary>
    public required string Profile { get; init; }

    /// <summary>Whether it has ended; nothing may be flown under it then.</summary>
    public bool Ended { get; init; }
}
