using System.IO.Compression;
using System.Text;
using Overflight.Archive.Columns;
using Overflight.Archive.Querying;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Archive.Presences;

/// <summary>
/// Passages as bytes: deflate (RFC 1951) over LEB128 numbers – how many texts, and each as its length and UTF-8; how many
/// passages; then column by column, a zigzag-coded number a passage: of the first fix its texts by number (address, name,
/// registration, type designator, call sign), time in microseconds, latitude, longitude in units of 1e-7°, input and record, each as difference from
/// the passage before; of the last fix the same as difference from the first; how many fixes; how many inputs; and last the
/// inputs of all passages, each as difference from the first fix's.
/// </summary>
internal static class PassageCodec
{
    private const int Texts = 5;
    private const int Fields = Texts + 5;

    public static byte[] Write(IReadOnlyList<Passage> passages)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = new long[2 * Fields + 2][];
        for (var c = 0; c < columns.Length; c++)
            columns[c] = new long[passages.Count];
        Span<long> before = stackalloc long[Fields], first = stackalloc long[Fields], last = stackalloc long[Fields];
        for (var p = 0; p < passages.Count; p++)
        {
            Put(passages[p].First, first, numbers);
            Put(passages[p].Last, last, numbers);
            for (var f = 0; f < Fields; f++)
                (columns[f][p], columns[Fields + f][p], before[f]) = (first[f] - before[f], last[f] - first[f], first[f]);
            (columns[^2][p], columns[^1][p]) = (passages[p].Fixes, passages[p].Inputs.Count);
        }
        using var memory = new MemoryStream();
        using (var deflate = new DeflateStream(memory, CompressionLevel.SmallestSize))
        using (var writer = new BinaryWriter(deflate, Encoding.UTF8))
        {
            writer.Write7BitEncodedInt(numbers.Count);
            foreach (var text in numbers.OrderBy(n => n.Value))
                writer.Write(text.Key);
            writer.Write7BitEncodedInt(passages.Count);
            foreach (var column in columns)
                foreach (var value in column)
                    WriteSigned(writer, value);
            foreach (var passage in passages)
                foreach (var input in passage.Inputs)
                    WriteSigned(writer, input - passage.First.Input);
        }
        return memory.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no passages.</exception>
    public static List<Passage> Read(byte[] bytes)
    {
        using var memory = new MemoryStream(4 * bytes.Length);
        using (var deflate = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress))
            deflate.CopyTo(memory);
        var reader = new NumberReader(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        var texts = new string[reader.NextCount()];
        for (var t = 0; t < texts.Length; t++)
            texts[t] = Encoding.UTF8.GetString(reader.NextBytes());
        var count = reader.NextCount();
        var columns = new long[2 * Fields + 2][];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = new long[count];
            for (var p = 0; p < count; p++)
                columns[c][p] = reader.NextSigned();
        }
        var passages = new List<Passage>(count);
        Span<long> first = stackalloc long[Fields], last = stackalloc long[Fields];
        Aircraft? known = null;
        Span<long> knownTexts = stackalloc long[Texts - 1];
        for (var p = 0; p < count; p++)
        {
            for (var f = 0; f < Fields; f++)
                last[f] = (first[f] += columns[f][p]) + columns[Fields + f][p];
            var inputs = new int[checked((int)Math.Min((ulong)columns[^1][p], (ulong)memory.Length))];
            for (var i = 0; i < inputs.Length; i++)
                inputs[i] = checked((int)(first[Texts + 3] + reader.NextSigned()));
            passages.Add(new Passage(
                Fix(first, texts, ref known, knownTexts), Fix(last, texts, ref known, knownTexts), columns[^2][p], inputs));
        }
        return passages;
    }

    private static void Put(in ArchivedFix fix, Span<long> fields, Dictionary<string, int> numbers)
    {
        fields[0] = NumberOf(fix.Aircraft.Address.IsKnown ? fix.Aircraft.Address.ToString() : "");
        fields[1] = NumberOf(fix.Aircraft.Name);
        fields[2] = NumberOf(fix.Aircraft.Registration);
        fields[3] = NumberOf(fix.Aircraft.TypeDesignator);
        fields[4] = NumberOf(fix.Callsign);
        fields[5] = fix.Fix.Time.Microseconds;
        fields[6] = (long)Math.Round(fix.Fix.Position.LatitudeDegrees * FixTable.UnitsPerDegree);
        fields[7] = (long)Math.Round(fix.Fix.Position.LongitudeDegrees * FixTable.UnitsPerDegree);
        fields[8] = fix.Input;
        fields[9] = fix.Fix.Record;

        int NumberOf(string text)
        {
            numbers.TryAdd(text, numbers.Count);
            return numbers[text];
        }
    }

    private static ArchivedFix Fix(ReadOnlySpan<long> fields, string[] texts, ref Aircraft? known, Span<long> knownTexts)
    {
        if (known is null || !fields[..knownTexts.Length].SequenceEqual(knownTexts))
        {
            var address = AircraftAddress.None;
            if (Text(fields[0], texts) is { Length: > 0 } written && !AircraftAddress.TryParse(written, out address))
                throw new InvalidDataException($"\"{written}\" is no address");
            known = new Aircraft(address) { Name = Text(fields[1], texts), Registration = Text(fields[2], texts), TypeDesignator = Text(fields[3], texts) };
            fields[..knownTexts.Length].CopyTo(knownTexts);
        }
        var fix = new Fix
        {
            Time = new UtcInstant(fields[5]),
            Position = new GeoPoint(fields[6] / FixTable.UnitsPerDegree, fields[7] / FixTable.UnitsPerDegree),
            Record = fields[9],
        };
        return new ArchivedFix(known, Text(fields[4], texts), fix, checked((int)fields[8]));
    }

    private static string Text(long number, string[] texts) =>
        (ulong)number < (ulong)texts.Length ? texts[number] : throw new InvalidDataException($"there is no text {number}");

    private static void WriteSigned(BinaryWriter writer, long value) => writer.Write7BitEncodedInt64((value << 1) ^ (value >> 63));
}
