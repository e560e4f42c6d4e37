using System.Globalization;
using Overflight.Scenery.Turret;
using Overflight.Tracks;

namespace Overflight.Scenery.Picture;

/// <summary>
/// What is burnt into pictures. That they are simulated always is, so that none can be taken for a real one; crosshair and numbers are a choice.
/// </summary>
internal sealed class PictureOverlay
{
    public const string Marking = "SIMULATED";

    private const string Exercise = "EXERCISE - NO REAL PLACE OR EVENT";

    private readonly char[] _text = new char[64];

    public void Draw(PictureFrame frame, in TurretSight sight, UtcInstant time, double groundLatitude, double groundLongitude, bool withNumbers)
    {
        var scale = Math.Max(1, frame.Height / 240);
        if (withNumbers)
            Numbers(frame, sight, time, groundLatitude, groundLongitude, scale);
        // Last, so that nothing lies on it.
        Lettering.Write(frame, Marking, (frame.Width - Marking.Length * Lettering.Advance * scale) / 2, 6 * scale, scale);
        var small = Math.Max(1, scale - 1);
        Lettering.Write(frame, Exercise, (frame.Width - Exercise.Length * Lettering.Advance * small) / 2, frame.Height - (Lettering.Height + 5) * small, small);
    }

    private void Numbers(PictureFrame frame, in TurretSight sight, UtcInstant time, double groundLatitude, double groundLongitude, int scale)
    {
        var small = Math.Max(1, scale - 1);
        Cross(frame, scale);
        var (line, left, culture) = ((Lettering.Height + 3) * small, 8 * small, CultureInfo.InvariantCulture);
        Line(frame, left, line, small, time.ToDateTimeOffset().TryFormat(_text, out var count, "yyyy-MM-dd HH:mm:ss.f'Z'", culture), count);
        Line(frame, left, 2 * line, small, _text.AsSpan().TryWrite(culture, $"{(sight.Camera.Kind == CameraKind.Ir ? "IR WHITE HOT" : "EO")}  FOV {sight.HorizontalFieldOfViewDegrees:0.0}°", out count), count);
        var (azimuth, elevation, _) = sight.Attitude.Angles();
        Line(frame, left, 3 * line, small, _text.AsSpan().TryWrite(culture, $"AZ {azimuth:000.0}°  EL {elevation:+00.0;-00.0}°", out count), count);
        if (!double.IsNaN(groundLatitude))
            Line(frame, left, 4 * line, small, _text.AsSpan().TryWrite(culture, $"{Math.Abs(groundLatitude):00.00000}{(groundLatitude < 0 ? 'S' : 'N')} {Math.Abs(groundLongitude):000.00000}{(groundLongitude < 0 ? 'W' : 'E')}", out count), count);
        if (sight.Condition is SightCondition.GimbalStop or SightCondition.BeyondHorizon)
            Lettering.Write(frame, sight.Condition == SightCondition.GimbalStop ? "GIMBAL STOP" : "BEYOND HORIZON", left, 5 * line, small);
    }

    private void Line(PictureFrame frame, int left, int top, int scale, bool isWritten, int count)
    {
        if (isWritten)
            Lettering.Write(frame, _text.AsSpan(0, count), left, top, scale);
    }

    private static void Cross(PictureFrame frame, int scale)
    {
        var (x, y, arm, gap) = (frame.Width / 2, frame.Height / 2, 16 * scale, 5 * scale);
        foreach (var (dx, dy) in (ReadOnlySpan<(int, int)>)[(1, 0), (-1, 0), (0, 1), (0, -1)])
        {
            var (left, top) = (dx < 0 ? x - arm : dx > 0 ? x + gap : x - 1, dy < 0 ? y - arm : dy > 0 ? y + gap : y - 1);
            var (width, height) = (dx != 0 ? arm - gap : 2, dy != 0 ? arm - gap : 2);
            Lettering.Paint(frame, left - 1, top - 1, width + 2, height + 2, 40);
            Lettering.Paint(frame, left, top, width, height, 220);
        }
    }
}
