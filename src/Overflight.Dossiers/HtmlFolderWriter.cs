using System.Text;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Feeds;
using Overflight.Patterns;

namespace Overflight.Dossiers;

/// <summary>One self-contained page for each flight, in a folder; a page's name is made of aircraft and start.</summary>
public sealed class HtmlFolderWriter(string folder, AirspaceIndex index, ReachSource? reaches = null) : IAnalysisWriter
{
    // Pages wait for their input's report, which they quote; an input with more flights than this gets them without it.
    private const int MostWaiting = 256;

    private readonly List<FlightExamination> _waiting = [];
    private readonly HashSet<string> _names = [];
    private AnalysisHeader? _header;

    /// <inheritdoc/>
    public void Begin(AnalysisHeader header)
    {
        Directory.CreateDirectory(folder);
        _header = header;
    }

    /// <inheritdoc/>
    public void Flight(string input, FlightExamination flight)
    {
        if (_waiting.Count == MostWaiting)
            WriteWaiting(null);
        _waiting.Add(flight);
    }

    /// <inheritdoc/>
    public void Input(ReadReport input) => WriteWaiting(input);

    /// <inheritdoc/>
    public void Finish() => WriteWaiting(null);

    private void WriteWaiting(ReadReport? input)
    {
        foreach (var flight in _waiting)
        {
            var path = Path.Combine(folder, NameOf(flight));
            using (var page = new StreamWriter(path + ".part", false, new UTF8Encoding(false)))
                HtmlDossier.Write(page, _header!, flight, input, index, reaches);
            File.Move(path + ".part", path, overwrite: true);
        }
        _waiting.Clear();
    }

    private string NameOf(FlightExamination flight)
    {
        var track = flight.Flight.Track;
        var time = track.Count > 0 ? track.TimeAt(0).ToDateTimeOffset().ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture) : "no-fix";
        // Names come from the data: only letters, digits and hyphens may reach the file system.
        var id = new string(track.Aircraft.Id.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(40).ToArray());
        var name = $"{(id.Length > 0 ? id : "flight")}-{time}";
        var unique = name;
        for (var i = 2; !_names.Add(unique); i++)
            unique = $"{name}-{i}";
        return unique + ".html";
    }
}
