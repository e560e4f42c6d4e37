namespace Overflight.Archive.Querying;

/// <summary>A closed box of latitude and longitude; a west greater than the east means across the 180th meridian.</summary>
/// <param name="SouthDegrees">Its southern side.</param>
/// <param name="WestDegrees">Its western side.</param>
/// <param name="NorthDegrees">Its northern side.</param>
/// <param name="EastDegrees">Its eastern side.</param>
public sealed record BoxArea(double SouthDegrees, double WestDegrees, double NorthDegrees, double EastDegrees) : IArea
{
    /// <inheritdoc/>
    public BoxArea Bounds => this;

    /// <inheritdoc/>
    public bool MayHold(double southDegrees, double westDegrees, double northDegrees, double eastDegrees) =>
        southDegrees <= NorthDegrees && northDegrees >= SouthDegrees
        && (MeetsLongitudes(westDegrees, eastDegrees)
            // ±180 is one meridian.
            || (eastDegrees == 180 && MeetsLongitudes(-180, -180)) || (westDegrees == -180 && MeetsLongitudes(180, 180)));

    /// <inheritdoc/>
    public void Test(ReadOnlySpan<double> latitudesDegrees, ReadOnlySpan<double> longitudesDegrees, Span<bool> inside)
    {
        for (var i = 0; i < latitudesDegrees.Length; i++)
            inside[i] = MayHold(latitudesDegrees[i], longitudesDegrees[i], latitudesDegrees[i], longitudesDegrees[i]);
    }

    /// <summary>A box that holds every place within a distance of a place, and somewhat more.</summary>
    public static BoxArea Around(double latitudeDegrees, double longitudeDegrees, double metres) =>
        new BoxArea(latitudeDegrees, longitudeDegrees, latitudeDegrees, longitudeDegrees).Widened(metres);

    /// <summary>A box that holds every place within a distance of this one, and somewhat more; this one must not lie across the 180th meridian.</summary>
    public BoxArea Widened(double metres)
    {
        // No degree of a meridian is shorter than at the equator: 110,574 m on WGS-84.
        var latitudes = metres / 110_500;
        var (south, north) = (SouthDegrees - latitudes, NorthDegrees + latitudes);
        var farthest = Math.Max(Math.Abs(south), Math.Abs(north));
        var longitudes = farthest >= 89 ? 180 : latitudes / Math.Cos(double.DegreesToRadians(farthest)) * 1.01;
        return EastDegrees - WestDegrees + 2 * longitudes >= 360
            ? new BoxArea(Math.Max(-90, south), -180, Math.Min(90, north), 180)
            : new BoxArea(Math.Max(-90, south), Wrapped(WestDegrees - longitudes), Math.Min(90, north), Wrapped(EastDegrees + longitudes));
    }

    private bool MeetsLongitudes(double west, double east) => WestDegrees <= EastDegrees
        ? west <= EastDegrees && east >= WestDegrees
        : west <= EastDegrees || east >= WestDegrees;

    private static double Wrapped(double longitude) => longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;
}
