using System.Globalization;
using System.Text;
using Overflight.Dossiers.Csv;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;

namespace Overflight.Cli.Video;

/// <summary>A row an item (RFC 4180): items within items have the tags of all around them in their path.</summary>
internal sealed class KlvTable : IKlvOutput, IDisposable
{
    private readonly PacketDecoder _decoder = new();
    private readonly StreamWriter _output;

    public KlvTable(Stream output)
    {
        _output = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        CsvRow.Write(_output, ["offset", "pts", "pid", "set", "checksum", "path", "name", "value", "unit", "raw"]);
    }

    public void Packet(ReadOnlyMemory<byte> packet, long offset, long? pts, int? pid)
    {
        var decoded = _decoder.Decode(packet, pid);
        string[] start =
        [
            offset.ToString(CultureInfo.InvariantCulture), pts?.ToString(CultureInfo.InvariantCulture) ?? "", pid?.ToString(CultureInfo.InvariantCulture) ?? "",
            decoded.Set?.Standard ?? decoded.Key.ToString(), decoded.Checksum.ToString().ToLowerInvariant(),
        ];
        Rows(start, "", decoded.Items);
    }

    public void Damage(KlvProblem problem, long offset, int? pid) =>
        CsvRow.Write(_output, [offset.ToString(CultureInfo.InvariantCulture), "", pid?.ToString(CultureInfo.InvariantCulture) ?? "", "", "", "", "problem", problem.Text, "", ""]);

    public void Dispose() => _output.Dispose();

    private void Rows(string[] start, string path, IReadOnlyList<KlvNode> items)
    {
        foreach (var item in items)
        {
            var place = path + (item.Tag == 0 && item.Key != default ? item.Key.ToString() : item.Tag.ToString(CultureInfo.InvariantCulture));
            CsvRow.Write(_output, [.. start, place, item.Name, item.Kind == ValueKind.Text ? CsvRow.Disarmed(KlvWords.Of(item)) : KlvWords.Of(item), item.Unit ?? "", Convert.ToHexStringLower(item.Raw.Span)]);
            Rows(start, place + "/", item.Children);
        }
    }
}
