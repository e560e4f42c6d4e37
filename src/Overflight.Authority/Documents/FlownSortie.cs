using System.Text.Json.Serialization;

namespace Overflight.Authority.Documents;

/// <summary>What was flown: the facts beside the track. Growing versions tell a flight that is still in the air.</summary>
public sealed record FlownSortie : AuthorityDocument
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => "flown";

    /// <summary>Id of the sortie.</summary>
    public required string Sortie { get; init; }

    /// <summary>The aircraft that flew.</summary>
    public required SortieAircraft Aircraft { get; init; }

    /// <summary>What it carried.</summary>
    public required IReadOnlyList<PayloadItem> Payload { get; init; }

    /// <summary>Where and when it took off.</summary>
    public required PlaceAndTime TakeOff { get; init; }

    /// <summary>Where and when it landed; null while it flies, or where it did not.</summary>
    public PlaceAndTime? Landing { get; init; }

    /// <summary>Who did what, and when.</summary>
    public required SortieConduct Conduct { get; init; }

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<Incident> Incidents { get; init => field = value ?? []; } = [];

    /// <summary>Defects that were found.</summary>
    public IReadOnlyList<string> Defects { get; init => field = value ?? []; } = [];

    /// <summary>What was collected.</summary>
    public IReadOnlyList<DataProduct> Products { get; init => field = value ?? []; } = [];

    /// <summary>Who read, exported or was given what.</summary>
    public IReadOnlyList<DataAccess> Accesses { get; init => field = value ?? []; } = [];
}
