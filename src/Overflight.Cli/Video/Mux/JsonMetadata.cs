using System.Text.Json;
using Overflight.Misb.Sets.Building;

namespace Overflight.Cli.Video.Mux;

/// <summary>Lines of JSON, an object a packet: members named as columns of a table are, or the lines that <c>video klv</c> writes.</summary>
internal sealed class JsonMetadata(BoundedText text, bool prefersValues) : IRowSource
{
    private readonly PacketBuilder _builder = new();
    private readonly KlvLineReader _lines = new(prefersValues);

    public void Read(Action<MetadataRow> take, Action<long, RowException> refuse)
    {
        for (var number = text.Line; text.ReadLine() is { } line; number = text.Line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using var document = Parse(line);
                var row = document.RootElement;
                if (row.ValueKind != JsonValueKind.Object)
                    throw new RowException(null, "the line is no object");
                take(KlvLineReader.IsKlvLine(row) ? _lines.Row(number, row) : Flat(number, row));
            }
            catch (RowException error)
            {
                refuse(number, error);
            }
            catch (InvalidOperationException)
            {
                // Of the reader of JSON: names and texts with half a surrogate pair.
                refuse(number, new RowException(null, "the line holds half a surrogate pair, which is no text"));
            }
        }
    }

    private static JsonDocument Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException error)
        {
            throw new RowException(null, $"the line is no JSON: at byte {error.BytePositionInLine}");
        }
    }

    private MetadataRow Flat(long number, JsonElement row)
    {
        var values = new List<(string, ItemPath?, string)>();
        foreach (var member in row.EnumerateObject())
            if (member.Value.ValueKind != JsonValueKind.Null && !ColumnMap.IsIgnored(member.Name))
                values.Add((member.Name, ColumnMap.ItemOf(member.Name), member.Value.ValueKind switch
                {
                    JsonValueKind.Number => member.Value.GetRawText(),
                    JsonValueKind.String => JsonValues.TextOf(member.Value, member.Name),
                    _ => throw new RowException(member.Name, "is neither a number nor a string"),
                }));
        if (values.GroupBy(v => v.Item2?.ToString() ?? "pts").FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new RowException(twice.Last().Item1, $"means the same item as \"{twice.First().Item1}\"");
        return ColumnMap.Row(number, values, _builder);
    }
}
