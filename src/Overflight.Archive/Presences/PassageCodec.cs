using System.IO.Compression;
using System.Text;
using Overflight.Archive.Columns;
using Overflight.Archive.Querying;
using Overflight.Tracks;

namespace Overflight.Archive.Presences;

/// <summary>
/// Passages as bytes: deflate (RFC 1951) over LEB128 numbers – the number of texts and the texts; the number of passages; then
/// for each passage its first fix, its last fix, the number of fixes and the numbers of inputs. A fix is its texts by number
/// (address, name, registration, type designator, call sign), time, latitude, longitude, input and record, each as difference
/// from the fix before. Differences are zigzag-coded.
/// </summary>
internal static class PassageCodec
{
    public static byte[] Write(IReadOnlyList<Passage> passages)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = new List<string>();
        foreach (var passage in passages)
        {
            Collect(passage.First);
            Collect(passage.Last);
        }
        using var memory = new MemoryStream();
        using (var deflate = new DeflateStream(memory, CompressionLevel.Optimal))
        using (var writer = new BinaryWriter(deflate, Encoding.UTF8))
        {
            writer.Write7BitEncodedInt(texts.Count);
            foreach (var text in texts)
                writer.Write(text);
            writer.Write7BitEncodedInt(passages.Count);
            var before = new long[10];
            foreach (var passage in passages)
            {
                Write(writer, passage.First, numbers, before);
                Write(writer, passage.Last, numbers, before);
                writer.Write7BitEncodedInt64(passage.Fixes);
                writer.Write7BitEncodedInt(passage.Inputs.Count);
                foreach (var input in passage.Inputs)
                    writer.Write7BitEncodedInt(input);
            }
        }
        return memory.ToArray();

        void Collect(in ArchivedFix fix)
        {
            foreach (var text in TextsOf(fix))
                if (numbers.TryAdd(text, texts.Count))
                    texts.Add(text);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no passages.</exception>
    public static List<Passage> Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var reader = new BinaryReader(new DeflateStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress), Encoding.UTF8);
            var (table, texts) = (new FixTable { Count = 1 }, new TextPool());
            table.Reserve(1);
            var numbers = new int[reader.Read7BitEncodedInt()];
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] = texts.NumberOf(reader.ReadString());
            var passages = new List<Passage>();
            var before = new long[10];
            for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            {
                var first = Read(reader, numbers, before, table, texts);
                var last = Read(reader, numbers, before, table, texts);
                var fixes = reader.Read7BitEncodedInt64();
                var inputs = new int[reader.Read7BitEncodedInt()];
                for (var i = 0; i < inputs.Length; i++)
                    inputs[i] = reader.Read7BitEncodedInt();
                passages.Add(new Passage(first, last, fixes, inputs));
            }
            return passages;
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or OverflowException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException($"its passages make no sense: {error.Message}");
        }
    }

    private static string[] TextsOf(in ArchivedFix fix) =>
        [fix.Aircraft.Address.IsKnown ? fix.Aircraft.Address.ToString() : "", fix.Aircraft.Name, fix.Aircraft.Registration, fix.Aircraft.TypeDesignator, fix.Callsign];

    private static void Write(BinaryWriter writer, in ArchivedFix fix, Dictionary<string, int> numbers, long[] before)
    {
        var field = 0;
        foreach (var text in TextsOf(fix))
            Number(numbers[text]);
        Number(fix.Fix.Time.Microseconds);
        Number((long)Math.Round(fix.Fix.Position.LatitudeDegrees * FixTable.UnitsPerDegree));
        Number((long)Math.Round(fix.Fix.Position.LongitudeDegrees * FixTable.UnitsPerDegree));
        Number(fix.Input);
        Number(fix.Fix.Record);

        void Number(long value)
        {
            var difference = value - before[field];
            before[field++] = value;
            writer.Write7BitEncodedInt64((difference << 1) ^ (difference >> 63));
        }
    }

    private static ArchivedFix Read(BinaryReader reader, int[] numbers, long[] before, FixTable table, TextPool texts)
    {
        var field = 0;
        table.Address[0] = numbers[checked((int)Number())];
        table.Name[0] = numbers[checked((int)Number())];
        table.Registration[0] = numbers[checked((int)Number())];
        table.TypeDesignator[0] = numbers[checked((int)Number())];
        table.Callsign[0] = numbers[checked((int)Number())];
        table.TimeMicroseconds[0] = Number();
        table.Latitude[0] = checked((int)Number());
        table.Longitude[0] = checked((int)Number());
        table.Input[0] = checked((int)Number());
        table.Record[0] = Number();
        return FixRows.Gather(table, texts, 0);

        long Number()
        {
            var coded = (ulong)reader.Read7BitEncodedInt64();
            return before[field++] += (long)(coded >> 1) ^ -(long)(coded & 1);
        }
    }
}
