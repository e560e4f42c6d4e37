using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>
/// A camera at a place, looking somewhere: a pinhole whose picture is flat, so that places in the picture are tangents of angles.
/// Distortion of the lens is not modelled.
/// </summary>
public readonly struct CameraView
{
    private readonly EnuFrame _frame;
    private readonly Rotation _attitude;
    private readonly double _tangentRight, _tangentDown;

    /// <summary>A camera.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="heightMetres">Its height above the ellipsoid.</param>
    /// <param name="attitude">The turn from its axes (forward, right, down in the picture) into north, east, down.</param>
    /// <param name="horizontalFieldOfViewDegrees">0 to 180; NaN where not known.</param>
    /// <param name="verticalFieldOfViewDegrees">0 to 180; NaN where not known.</param>
    public CameraView(GeoPoint place, double heightMetres, Rotation attitude, double horizontalFieldOfViewDegrees, double verticalFieldOfViewDegrees)
    {
        (Place, HeightMetres, _attitude) = (place, heightMetres, attitude);
        _frame = new EnuFrame(place, heightMetres);
        Origin = _frame.ToEcef(0, 0, 0);
        _tangentRight = Tangent(horizontalFieldOfViewDegrees);
        _tangentDown = Tangent(verticalFieldOfViewDegrees);
    }

    /// <summary>Where the camera is.</summary>
    public GeoPoint Place { get; }

    /// <summary>Its height above the ellipsoid, metres.</summary>
    public double HeightMetres { get; }

    /// <summary>Where it is, earth-centred and earth-fixed, metres.</summary>
    public (double X, double Y, double Z) Origin { get; }

    /// <summary>The turn from its axes (forward, right, down in the picture) into north, east, down.</summary>
    public Rotation Attitude => _attitude;

    /// <summary>Whether both fields of view are known and let the picture have corners: above 0 and below 180 degrees.</summary>
    public bool HasPicture => _tangentRight is > 0 and < 1e6 && _tangentDown is > 0 and < 1e6;

    /// <summary>Azimuth of the line of sight, 0 to 360, and its elevation above the horizontal plane, -90 to 90 degrees.</summary>
    public (double AzimuthDegrees, double ElevationDegrees) Axis
    {
        get
        {
            var (heading, pitch, _) = _attitude.Angles();
            return (heading, pitch);
        }
    }

    /// <summary>The direction to a place in the picture, of unit length in ECEF.</summary>
    /// <param name="right">From the middle to the right edge 0 to 1, to the left edge 0 to -1.</param>
    /// <param name="down">From the middle to the lower edge 0 to 1, to the upper edge 0 to -1.</param>
    public (double X, double Y, double Z) Ray(double right, double down)
    {
        var (x, y) = (right == 0 ? 0 : right * _tangentRight, down == 0 ? 0 : down * _tangentDown);
        var scale = 1 / Math.Sqrt(1 + x * x + y * y);
        var (north, east, below) = _attitude.Apply(scale, scale * x, scale * y);
        return _frame.Unrotate(east, north, -below);
    }

    /// <summary>The direction to the middle of a pixel; rows and columns from 1 (MISB ST 0903).</summary>
    public (double X, double Y, double Z) RayOfPixel(double row, double column, double width, double height) =>
        Ray((column - 0.5) / width * 2 - 1, (row - 0.5) / height * 2 - 1);

    /// <summary>The azimuth in degrees, 0 to 360, and elevation of a direction at the camera.</summary>
    public (double AzimuthDegrees, double ElevationDegrees) AnglesOf((double X, double Y, double Z) direction)
    {
        var (east, north, up) = _frame.Rotate(direction.X, direction.Y, direction.Z);
        var azimuth = double.RadiansToDegrees(Math.Atan2(east, north));
        return (azimuth < 0 ? azimuth + 360 : azimuth, double.RadiansToDegrees(Math.Atan2(up, Math.Sqrt(east * east + north * north))));
    }

    /// <summary>The point along a direction, metres away.</summary>
    public (GeoPoint Point, double HeightMetres) At((double X, double Y, double Z) direction, double rangeMetres) => Ecef.ToGeodetic(
        Origin.X + rangeMetres * direction.X, Origin.Y + rangeMetres * direction.Y, Origin.Z + rangeMetres * direction.Z);

    /// <summary>Where in the picture a point is: right and down as in <see cref="Ray"/>; null where it is behind the camera.</summary>
    public (double Right, double Down)? InPicture(GeoPoint point, double heightMetres)
    {
        var (east, north, up) = _frame.ToEnu(point, heightMetres);
        var (forward, right, down) = _attitude.Inverse().Apply(north, east, -up);
        return forward > 0 ? (right / forward / _tangentRight, down / forward / _tangentDown) : null;
    }

    private static double Tangent(double degrees) => Math.Tan(0.5 * double.DegreesToRadians(degrees));
}
