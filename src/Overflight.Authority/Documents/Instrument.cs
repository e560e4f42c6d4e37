using System.Text.Json.Serialization;
using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>The legal act that a sortie rests on: a finding, an order, a warrant, a permit, an agreement.</summary>
public sealed record Instrument : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "instrument";

    /// <summary>What it is, such as <c>finding</c>, <c>order</c>, <c>warrant</c>, <c>permit</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The office that signs.</summary>
    public required string Signer { get; init; }

    /// <summary>When it was signed in writing; null where it is oral so far.</summary>
    public UtcInstant? SignedAt { get; init; }

    /// <summary>When it was decided orally; null where it was in writing from the first.</summary>
    public UtcInstant? DecidedOrallyAt { get; init; }

    /// <summary>Agencies and third parties that may take part, and how far.</summary>
    public required IReadOnlyList<ListedParty> Parties { get; init; }

    /// <summary>What it allows.</summary>
    public required InstrumentScope Scope { get; init; }

    /// <summary>When it was revoked; null where it stands.</summary>
    public UtcInstant? RevokedAt { get; init; }

    /// <summary>From when it can carry an act: when it was decided, orally or in writing.</summary>
    internal UtcInstant? DecidedAt => DecidedOrallyAt ?? SignedAt;
}
