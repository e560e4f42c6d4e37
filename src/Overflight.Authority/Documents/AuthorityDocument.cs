using System.Text.Json.Serialization;
using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>
/// A paper that sorties rest on or are judged by. A change is a new version with the same id, never an overwritten one, and counts
/// from when it was recorded.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Programme), "programme")]
[JsonDerivedType(typeof(Operation), "operation")]
[JsonDerivedType(typeof(Sortie), "sortie")]
[JsonDerivedType(typeof(FlownSortie), "flown")]
[JsonDerivedType(typeof(Instrument), "instrument")]
[JsonDerivedType(typeof(Consent), "consent")]
[JsonDerivedType(typeof(Notice), "notice")]
[JsonDerivedType(typeof(RecipientSet), "recipients")]
[JsonDerivedType(typeof(DesignationReference), "designation")]
[JsonDerivedType(typeof(PublicSummary), "summary")]
[JsonDerivedType(typeof(RuleProfile), "profile")]
[JsonDerivedType(typeof(Complaint), "complaint")]
[JsonDerivedType(typeof(Audit), "audit")]
public abstract record AuthorityDocument
{
    /// <summary>Unique among documents of its kind: lower-case letters, digits, <c>-</c> and <c>.</c>, at most 64.</summary>
    public required string Id { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Version { get; init; }

    /// <summary>When this version was recorded. Nothing that was decided before rests on it.</summary>
    public required UtcInstant RecordedAt { get; init; }

    /// <summary>SHA-256 of the file that it was read from, hex; empty where it was made in memory.</summary>
    [JsonIgnore]
    public string Sha256 { get; init; } = "";

    /// <summary>The name by which decisions cite it.</summary>
    [JsonIgnore]
    public string Citation => $"{Kind} {Id} v{Version}";

    /// <summary>The kind, as in the file.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }
}
