using System.Text;
using Overflight.Airspace;
using Overflight.Cli.Running;
using Overflight.Dossiers;
using Overflight.Dossiers.Evidence;

namespace Overflight.Cli.Verbs;

/// <summary>The writer and output that a format names.</summary>
internal sealed class WriterChoice : IDisposable
{
    private readonly OutputTarget? _target;
    private IDisposable? _inner;

    private WriterChoice(IAnalysisWriter writer, OutputTarget? target, IDisposable? inner)
    {
        Writer = writer;
        _target = target;
        _inner = inner;
    }

    public IAnalysisWriter Writer { get; }

    public static WriterChoice Open(string format, string? path, AirspaceIndex index, FrameSource? evidence = null, ReachSource? reaches = null)
    {
        if (format == "html" && path is not null && IsFolder(path))
            return new WriterChoice(new HtmlFolderWriter(path, index, reaches), null, null);
        var target = new OutputTarget(path);
        if (format == "json")
        {
            var json = new JsonWriter(target.Stream, evidence, reaches);
            return new WriterChoice(json, target, json);
        }
        if (format == "geojson")
        {
            var geoJson = new GeoJsonWriter(target.Stream, reaches);
            return new WriterChoice(geoJson, target, geoJson);
        }
        if (format == "kml")
        {
            var kml = new KmlWriter(target.Stream, reaches);
            return new WriterChoice(kml, target, kml);
        }
        var text = new StreamWriter(target.Stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true);
        IAnalysisWriter writer = format switch
        {
            "csv" => new CsvWriter(text),
            "html" => new HtmlDossierWriter(text, index, reaches),
            _ => new AnalysisTextWriter(text, path is null && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "", evidence, reaches),
        };
        return new WriterChoice(writer, target, text);
    }

    /// <summary>Everything was written: files get their names.</summary>
    public void Commit()
    {
        _inner?.Dispose();
        _inner = null;
        _target?.Commit();
    }

    public void Dispose()
    {
        _inner?.Dispose();
        _target?.Dispose();
    }

    private static bool IsFolder(string path) => path.EndsWith('/') || Directory.Exists(path);
}
