namespace Overflight.Geodesy;

/// <summary>A place on the WGS-84 ellipsoid, in geodetic coordinates.</summary>
/// <param name="LatitudeDegrees">Geodetic latitude, −90 to 90, north positive.</param>
/// <param name="LongitudeDegrees">Longitude, −180 to 180, east positive; ±180 is one meridian.</param>
public readonly record struct GeoPoint(double LatitudeDegrees, double LongitudeDegrees)
{
    /// <summary>Whether both coordinates are numbers within their ranges.</summary>
    public bool IsValid =>
        LatitudeDegrees is >= -90 and <= 90 && LongitudeDegrees is >= -180 and <= 180;

    /// <summary>The same place with its longitude brought into [−180, 180).</summary>
    public GeoPoint Normalised()
    {
        if (LongitudeDegrees is >= -180 and < 180)
            return this;
        var longitude = Math.IEEERemainder(LongitudeDegrees, 360);
        return this with { LongitudeDegrees = longitude >= 180 ? longitude - 360 : longitude };
    }

    /// <summary>Latitude and longitude in degrees to seven decimals (about 1 cm), as <c>locate</c> takes them.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LatitudeDegrees:0.#######},{LongitudeDegrees:0.#######}");
}
