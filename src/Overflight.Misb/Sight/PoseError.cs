using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>
/// How far the errors of a pose move a place on the ground: each item is moved by its deviation, the place is found again, and the
/// moves add up as the items' correlations say. The steps of the codes count as errors too, evenly spread over a step.
/// </summary>
public static class PoseError
{
    // Item, the step of its code in ST 0601, and how a pose is moved by it.
    private static readonly (ulong Tag, Func<StatedPose, double> Step, Func<StatedPose, double, StatedPose> Move)[] s_items =
    [
        (13, _ => 180 / 4294967294.0, (p, d) => p with { Sensor = p.Sensor with { LatitudeDegrees = Math.Clamp(p.Sensor.LatitudeDegrees + d, -90, 90) } }),
        (14, _ => 360 / 4294967294.0, (p, d) => p with { Sensor = new GeoPoint(p.Sensor.LatitudeDegrees, p.Sensor.LongitudeDegrees + d).Normalised() }),
        (15, _ => 19_900 / 65535.0, (p, d) => p with { SensorAltitudeMetres = p.SensorAltitudeMetres + d, SensorHeightMetres = p.SensorHeightMetres + d }),
        (5, _ => 360 / 65535.0, (p, d) => p with { HeadingDegrees = p.HeadingDegrees + d }),
        (6, p => p.AttitudeStepsDegrees.Pitch, (p, d) => p with { PitchDegrees = p.PitchDegrees + d }),
        (7, p => p.AttitudeStepsDegrees.Roll, (p, d) => p with { RollDegrees = p.RollDegrees + d }),
        (18, _ => 360 / 4294967295.0, (p, d) => p with { AzimuthDegrees = p.AzimuthDegrees + d }),
        (19, _ => 360 / 4294967294.0, (p, d) => p with { ElevationDegrees = p.ElevationDegrees + d }),
        (25, _ => 19_900 / 65535.0, (p, d) => p with { CentreElevationMetres = p.CentreElevationMetres + d, CentreHeightMetres = p.CentreHeightMetres + d }),
        (21, _ => 5_000_000 / 4294967295.0, (p, d) => p with { SlantRangeMetres = p.SlantRangeMetres + d }),
    ];

    // What may stand in an item's place: heights above the ellipsoid, angles of full range.
    private static readonly Dictionary<ulong, ulong[]> s_substitutes = new() { [15] = [104, 75], [6] = [90], [7] = [91], [25] = [78] };

    /// <summary>The error ellipse of the frame centre; null where it is not on the ground, or nothing is known of it.</summary>
    /// <param name="pose">What the packet says.</param>
    /// <param name="reading">How it is to be understood.</param>
    /// <param name="deviations">What the packet states of its errors; null where nothing.</param>
    public static ErrorEllipse? OfCentre(StatedPose pose, PoseReading reading, StatedDeviations? deviations) =>
        At(pose, reading, deviations, 0, 0);

    /// <summary>The error ellipse of a place in the picture; null where it is not on the ground.</summary>
    /// <param name="pose">What the packet says.</param>
    /// <param name="reading">How it is to be understood.</param>
    /// <param name="deviations">What the packet states of its errors; null where nothing.</param>
    /// <param name="right">As in <see cref="CameraView.Ray"/>.</param>
    /// <param name="down">As in <see cref="CameraView.Ray"/>.</param>
    public static ErrorEllipse? At(StatedPose pose, PoseReading reading, StatedDeviations? deviations, double right, double down)
    {
        ArgumentNullException.ThrowIfNull(pose);
        ArgumentNullException.ThrowIfNull(reading);
        if (Place(pose, reading, right, down) is not { } place)
            return null;
        var isStated = false;
        var moves = new (double East, double North)[s_items.Length];
        for (var i = 0; i < s_items.Length; i++)
        {
            var (tag, stepOf, move) = s_items[i];
            var step = pose.IsEarthReferenced ? 0 : stepOf(pose);
            var stated = Stated(deviations, tag);
            isStated |= !double.IsNaN(stated);
            // An even spread over a step has a twelfth of its square as variance.
            var deviation = Math.Sqrt((double.IsNaN(stated) ? 0 : stated * stated) + step * step / 12);
            moves[i] = deviation == 0 ? default : Moved(pose, reading, right, down, place, move, deviation);
        }
        if (!isStated && pose.TargetError90Metres.Circular is > 0 and var circular)
        {
            var sigma = circular / ErrorEllipse.Sigmas90;
            return ErrorEllipse.Of(sigma * sigma, 0, sigma * sigma, ErrorSource.StatedTargetError);
        }
        // IEEE numbers have no steps to speak of: then nothing at all is known.
        return isStated || !pose.IsEarthReferenced ? Sum(moves, deviations, isStated) : null;
    }

    private static ErrorEllipse Sum((double East, double North)[] moves, StatedDeviations? deviations, bool isStated)
    {
        double ee = 0, en = 0, nn = 0;
        for (var i = 0; i < moves.Length; i++)
            for (var j = 0; j < moves.Length; j++)
            {
                var correlation = i == j ? 1 : deviations?.Correlation(s_items[i].Tag, s_items[j].Tag) ?? 0;
                ee += correlation * moves[i].East * moves[j].East;
                en += correlation * moves[i].East * moves[j].North;
                nn += correlation * moves[i].North * moves[j].North;
            }
        return ErrorEllipse.Of(ee, en, nn, isStated ? ErrorSource.StatedDeviations : ErrorSource.CodesOnly);
    }

    private static double Stated(StatedDeviations? deviations, ulong tag)
    {
        if (deviations is null)
            return double.NaN;
        var stated = deviations.Of(tag);
        foreach (var substitute in s_substitutes.GetValueOrDefault(tag, []))
            if (double.IsNaN(stated))
                stated = deviations.Of(substitute);
        return stated;
    }

    // Both ways, so that a place that moves more on one side than on the other counts with its mean.
    private static (double East, double North) Moved(
        StatedPose pose, PoseReading reading, double right, double down, GeoPoint place, Func<StatedPose, double, StatedPose> move, double deviation)
    {
        var frame = new EnuFrame(place, 0);
        var ahead = Place(move(pose, deviation), reading, right, down);
        var back = Place(move(pose, -deviation), reading, right, down);
        var (e1, n1, _) = frame.ToEnu(ahead ?? place, 0);
        var (e2, n2, _) = frame.ToEnu(back ?? place, 0);
        var scale = ahead is null || back is null ? 1 : 0.5;
        return (scale * (e1 - e2), scale * (n1 - n2));
    }

    private static GeoPoint? Place(StatedPose pose, PoseReading reading, double right, double down)
    {
        if (CameraReader.Read(pose, reading) is not { } camera)
            return null;
        var ground = new LevelGround(GroundLevel.Of(pose, camera, reading).HeightMetres);
        return ground.Meet(camera.Origin, camera.Ray(right, down))?.Place;
    }
}
