namespace Overflight.Feeds.ModeS;

/// <summary>One position as it is sent in compact form.</summary>
/// <param name="Latitude">17 bits: the place within its latitude zone.</param>
/// <param name="Longitude">17 bits: the place within its longitude zone.</param>
/// <param name="IsOdd">Whether it is coded in the odd zones (one fewer round the circle).</param>
/// <param name="IsSurface">Whether the zones are a quarter as wide, as on the ground.</param>
internal readonly record struct CprCode(int Latitude, int Longitude, bool IsOdd, bool IsSurface)
{
    public double LatitudeFraction => Latitude / 131072.0;

    public double LongitudeFraction => Longitude / 131072.0;

    public static CprCode Of(ulong me, bool isSurface) =>
        new(AirbornePosition.Latitude(me), AirbornePosition.Longitude(me), AirbornePosition.IsOdd(me), isSurface);
}
