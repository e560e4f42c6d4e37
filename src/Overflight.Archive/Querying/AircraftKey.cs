namespace Overflight.Archive.Querying;

/// <summary>What tells one aircraft from another in the archive: its address, or its name where it has none.</summary>
internal readonly record struct AircraftKey(string Address, string Name) : IComparable<AircraftKey>
{
    public int CompareTo(AircraftKey other)
    {
        var byAddress = string.CompareOrdinal(Address, other.Address);
        return byAddress != 0 ? byAddress : string.CompareOrdinal(Name, other.Name);
    }
}
