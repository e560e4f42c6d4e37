namespace Overflight.Misb.Sets;

/// <summary>How the bytes of a field of a pack, or of an element of a series, are told from what follows.</summary>
public enum Framing
{
    /// <summary>It takes all that is left.</summary>
    Rest,
    /// <summary>Its length is fixed by the standard.</summary>
    Fixed,
    /// <summary>A BER length comes before it.</summary>
    BerLength,
    /// <summary>It is a BER-OID number and ends itself.</summary>
    BerOid,
    /// <summary>It and the fields behind it share what is left evenly.</summary>
    Share,
}
