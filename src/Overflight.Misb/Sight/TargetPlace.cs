using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>A target of ST 0903: where it is in the picture, where that is on the ground, and where the packet says that it is.</summary>
/// <param name="Id">The target's number.</param>
/// <param name="Row">Of the pixel at its centre, from 1; NaN where not stated.</param>
/// <param name="Column">Of the pixel at its centre, from 1; NaN where not stated.</param>
/// <param name="Computed">From pixel and pose; null where they do not suffice or meet nothing.</param>
/// <param name="Stated">As the packet says (tag 17, else tags 10 and 11 from the frame centre); null where it does not.</param>
/// <param name="StatedHeightMetres">As the packet says (tag 17, else 12); NaN where it does not.</param>
public sealed record TargetPlace(ulong Id, double Row, double Column, GroundPoint? Computed, GeoPoint? Stated, double StatedHeightMetres)
{
    /// <summary>From the computed to the stated place, metres; NaN where either is missing.</summary>
    public double DifferenceMetres => Computed is { } computed && Stated is { } stated ? Geodesic.DistanceMetres(computed.Place, stated) : double.NaN;
}
