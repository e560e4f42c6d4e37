using System.Globalization;
using System.Text;
using Overflight.Airspace;
using Overflight.Airspace.Watching;
using Overflight.Dossiers;
using Overflight.Feeds.Live;

namespace Overflight.Cli.Watch;

/// <summary>A terminal's live view: who is in or near the airspace watched, the latest alerts under it, the feeds' health below.</summary>
internal sealed class WatchTable(TextWriter output, Func<(int Columns, int Rows)> size) : IAlertOutput
{
    private const int MostAlerts = 8;
    private readonly Queue<string> _alerts = new();
    private bool _isShown;

    public void Tell(WatchAlert alert)
    {
        _alerts.Enqueue(AlertLines.Line(alert, false));
        if (_alerts.Count > MostAlerts)
            _alerts.Dequeue();
    }

    /// <summary>Draws the view anew.</summary>
    public void Draw(IReadOnlyList<WatchedFlight> flights, IReadOnlyList<Feed> feeds, string summary)
    {
        var (columns, rows) = size();
        var text = new StringBuilder(_isShown ? "\u001b[H" : "\u001b[?1049h\u001b[?25l\u001b[H");
        _isShown = true;
        Line("aircraft  call sign  airspace  answer so far            line     altitude    speed  heard at");
        var room = Math.Max(3, rows - _alerts.Count - feeds.Count - 4);
        foreach (var flight in flights.Take(room))
            Line(Row(flight));
        if (flights.Count > room)
            Line(string.Create(CultureInfo.InvariantCulture, $"… and {flights.Count - room} more"));
        Line("");
        foreach (var alert in _alerts)
            Line(alert);
        foreach (var feed in feeds)
            Line(Health(feed));
        text.Append(Cut(summary, columns)).Append("\u001b[J");
        output.Write(text);
        output.Flush();

        void Line(string line) => text.Append(Cut(line, columns)).Append("\u001b[K\r\n");
    }

    public void Dispose()
    {
        if (_isShown)
            output.Write("\u001b[?25h\u001b[?1049l");
        output.Flush();
    }

    private static string Row(WatchedFlight flight)
    {
        var mark = flight.Kind switch { AirspaceVerdictKind.Entered => '●', AirspaceVerdictKind.CannotBeRuledOut => '◐', _ => '○' };
        var line = flight.IsInside ? "inside" : Wording.Distance(flight.LeastMetres);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{flight.Aircraft.Id,-8}  {Wording.Clean(flight.Callsign),-9}  {flight.Airspace,-8}  {mark} {Wording.Of(flight.Kind),-20} {line,8}  {Feet(flight.Fix.BarometricAltitudeFeet),8}  {Knots(flight.Fix.GroundSpeedKnots),7}  {Wording.Clock(flight.Fix.Time)}");
    }

    private static string Feet(float feet) => float.IsNaN(feet) ? "" : string.Create(CultureInfo.InvariantCulture, $"{feet:#,0} ft");

    private static string Knots(float knots) => float.IsNaN(knots) ? "" : string.Create(CultureInfo.InvariantCulture, $"{knots:0} kt");

    private static string Health(Feed feed)
    {
        var status = feed.Status;
        var trouble = status.LastError.Length > 0 ? $"; {Wording.Clean(status.LastError)}" : "";
        var dropped = status.DroppedDatagrams > 0 ? string.Create(CultureInfo.InvariantCulture, $", {status.DroppedDatagrams:#,0} datagrams dropped") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(status.IsUp ? "up  " : "down")} {feed.Address.Shown}  {status.Bytes / 1e6:0.0} MB{dropped}{trouble}");
    }

    private static string Cut(string line, int columns) => line.Length <= columns ? line : line[..Math.Max(0, columns - 1)] + "…";
}
