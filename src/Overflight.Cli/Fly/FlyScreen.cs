using System.Globalization;
using Overflight.Cli.Running;
using Overflight.Geodesy;
using Overflight.Operations.Flying;
using Overflight.Tracks;

namespace Overflight.Cli.Fly;

/// <summary>The live view of a terminal: a line an aircraft, the last things that happened, and where to say something.</summary>
internal sealed class FlyScreen
{
    private const int MostLines = 8;
    private const int MostAircraft = 20;

    private readonly Queue<string> _said = new();
    private int _drawn;

    /// <summary>What happened; from any thread.</summary>
    public void Tell(string aircraft, UtcInstant at, string line)
    {
        lock (_said)
        {
            _said.Enqueue($"{at.ToDateTimeOffset():HH:mm:ss}  {aircraft}: {PrintableText.Of(line)}");
            while (_said.Count > MostLines)
                _said.Dequeue();
        }
    }

    public void Draw(TextWriter output, Exercise exercise, double rate)
    {
        var width = Math.Max(40, Console.WindowWidth - 1);
        var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{exercise.Time.ToDateTimeOffset():yyyy-MM-dd HH:mm:ss}Z  x{rate:0.#}  {exercise.Aircraft.Count(a => !a.IsClosed)} in the air, {exercise.Refused.Count} refused") };
        lines.AddRange(exercise.Aircraft.Where(a => !a.IsClosed).Take(MostAircraft).Select(Line));
        lock (_said)
            lines.AddRange(_said);
        lines.Add("say: goto LAT LON, orbit, altitude, speed, hold, resume, return, divert, link down, look LAT LON, quit; \"NAME: words\" for one of several");
        var text = new System.Text.StringBuilder();
        if (_drawn > 0)
            text.Append(CultureInfo.InvariantCulture, $"\u001b[{_drawn}F");
        foreach (var line in lines)
            text.Append(line.Length > width ? line[..width] : line).Append("\u001b[K\n");
        text.Append("\u001b[J");
        output.Write(text.ToString());
        output.Flush();
        _drawn = lines.Count;
    }

    private static string Line(FlownAircraft aircraft)
    {
        var s = aircraft.Simulation.State;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{aircraft.Aircraft.Name,-12} {aircraft.Simulation.Mode,-9} {s.Place.LatitudeDegrees,9:0.0000} {s.Place.LongitudeDegrees,10:0.0000} {s.PressureAltitudeMetres / SiUnits.MetresPerFoot,6:0} ft {s.GroundSpeedMetresPerSecond / SiUnits.MetresPerSecondPerKnot,4:0} kt {s.TrackDegrees,4:0}° {s.FuelKilograms,6:0} kg {(aircraft.Simulation.IsLinkUp ? "link" : "NO LINK")} {(aircraft.Sensor?.Footprint is null ? "" : "sensor on")}");
    }
}
