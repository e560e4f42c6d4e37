using System.Text.Json.Serialization;
using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>An audit of a programme.</summary>
public sealed record Audit : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "audit";

    /// <summary>Id of the programme.</summary>
    public required string Programme { get; init; }

    /// <summary>The office that audits.</summary>
    public required string By { get; init; }

    /// <summary>The time that it looks at.</summary>
    public required TimeWindow Period { get; init; }

    /// <summary>When it was finished; null while it goes on.</summary>
    public UtcInstant? CompletedAt { get; init; }

    /// <summary>What it found, such as <c>no-findings</c>, <c>findings</c>; null while it goes on.</summary>
    public string? Outcome { get; init; }

    /// <summary>How many findings it has.</summary>
    public int Findings { get; init; }
}
