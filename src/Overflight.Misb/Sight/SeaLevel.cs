using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>Mean sea level above the ellipsoid: the EGM96 geoid where its grid lies beside the program, else 0.</summary>
internal static class SeaLevel
{
    public static double At(GeoPoint place) => Geoid.IsAvailable && place.IsValid ? Geoid.UndulationMetres(place) : 0;
}
