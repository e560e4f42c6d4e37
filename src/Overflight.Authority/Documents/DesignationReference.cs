using System.Text.Json.Serialization;
using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>An entity's standing on a list, as a person took it from there (8 U.S.C. 1189; OFAC).</summary>
public sealed record DesignationReference : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "designation";

    /// <summary>The list.</summary>
    public required string List { get; init; }

    /// <summary>The entry's id on it.</summary>
    public required string Entry { get; init; }

    /// <summary>The entity's name on it.</summary>
    public required string Name { get; init; }

    /// <summary>When it was decided; null for a draft.</summary>
    public UtcInstant? DecidedAt { get; init; }

    /// <summary>When it was announced.</summary>
    public UtcInstant? AnnouncedAt { get; init; }

    /// <summary>When it took effect; null for a draft: an entity that is to be designated is not.</summary>
    public UtcInstant? EffectiveAt { get; init; }

    /// <summary>When it was amended.</summary>
    public IReadOnlyList<UtcInstant> AmendedAt { get; init => field = value ?? []; } = [];

    /// <summary>When it ended; null where it stands.</summary>
    public UtcInstant? RevokedAt { get; init; }

    /// <summary>SHA-256 of the list's version, hex.</summary>
    public required string ListSha256 { get; init; }

    /// <summary>The person's decision that the entity watched is this entry; null where nobody decided.</summary>
    public MatchDecision? Match { get; init; }
}
