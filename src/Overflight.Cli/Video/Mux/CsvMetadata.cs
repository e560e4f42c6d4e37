using Overflight.Misb.Sets.Building;

namespace Overflight.Cli.Video.Mux;

/// <summary>A table of metadata: a header that names items, and a row a packet. Empty cells leave their item out.</summary>
internal sealed class CsvMetadata(BoundedText text) : IRowSource
{
    private static readonly char[] s_delimiters = [',', ';', '\t'];
    private readonly PacketBuilder _builder = new();

    public void Read(Action<MetadataRow> take, Action<long, RowException> refuse)
    {
        var records = new CsvRecords(text);
        var header = Header(records);
        var items = header.Select(name => ColumnMap.IsIgnored(name) ? null : ColumnMap.ItemOf(name)).ToArray();
        var isRead = header.Select(name => !ColumnMap.IsIgnored(name)).ToArray();
        var twice = Enumerable.Range(0, header.Count).Where(i => isRead[i]).GroupBy(i => items[i]?.ToString() ?? "pts").FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            throw new RowException(header[twice.Last()], $"means the same item as column \"{header[twice.First()]}\"");
        while (true)
            try
            {
                if (records.Read() is not { } cells)
                    return;
                if (cells.Count != header.Count)
                    throw new RowException(null, $"the row has {cells.Count} cells, the header {header.Count}");
                if (cells.TrueForAll(c => c.AsSpan().Trim().IsEmpty))
                    continue;
                take(ColumnMap.Row(records.Line, Enumerable.Range(0, cells.Count).Where(i => isRead[i] && !cells[i].AsSpan().Trim().IsEmpty).Select(i => (header[i], items[i], cells[i])), _builder));
            }
            catch (RowException error)
            {
                refuse(records.Line, error);
            }
    }

    private static List<string> Header(CsvRecords records)
    {
        // A header of one cell with other delimiters in it is cut by those.
        var header = records.Read() ?? throw new RowException(null, "there is no header");
        if (header.Count > 1)
            return header;
        foreach (var delimiter in s_delimiters)
            if (header[0].Contains(delimiter))
            {
                records.Delimiter = delimiter;
                return [.. header[0].Split(delimiter).Select(c => c.Trim('"'))];
            }
        return header;
    }
}
