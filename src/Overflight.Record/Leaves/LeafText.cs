using System.Buffers;
using System.Text;

namespace Overflight.Record.Leaves;

/// <summary>
/// A leaf's canonical bytes but for <c>n</c>, <c>prev</c> and <c>t</c>, which are known when it is appended, and the places where
/// these go. <c>v</c> comes behind all three, so that each is followed by a comma.
/// </summary>
internal readonly record struct LeafText(byte[] Bytes, int PlaceOfN, int PlaceOfPrev, int PlaceOfT)
{
    /// <summary>Puts the members that every leaf has among its public fields.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="fields">A canonical object; members that every leaf has are left out, and so are those sealed.</param>
    /// <param name="digests">The digests of sealed fields; empty where there are none.</param>
    /// <param name="isSealed">Tells the fields to leave out, by the place of their values in the object.</param>
    public static LeafText Assemble(string kind, string subject, ReadOnlySpan<byte> fields, ReadOnlySpan<string> digests, Func<int, bool>? isSealed = null)
    {
        var writer = new ArrayBufferWriter<byte>(fields.Length + 3 * subject.Length + 128 + 48 * digests.Length);
        writer.Write("{"u8);
        var assembly = new Assembly(writer, kind, subject, digests);
        var reader = new CanonicalReader(fields);
        while (reader.Next())
        {
            if (Assembly.IsFixed(reader.Name) || isSealed is not null && isSealed(reader.ValueStart))
                continue;
            assembly.Before(reader.QuotedName);
            writer.Write(fields[reader.Start..reader.End]);
            writer.Write(","u8);
        }
        assembly.Rest();
        var bytes = writer.WrittenSpan.ToArray();
        bytes[^1] = (byte)'}';
        return new(bytes, assembly.PlaceOfN, assembly.PlaceOfPrev, assembly.PlaceOfT);
    }

    private ref struct Assembly(ArrayBufferWriter<byte> writer, string kind, string subject, ReadOnlySpan<string> digests)
    {
        private const int FixedCount = 8;

        private readonly ReadOnlySpan<string> _digests = digests;
        private int _next;

        public int PlaceOfN { get; private set; }

        public int PlaceOfPrev { get; private set; }

        public int PlaceOfT { get; private set; }

        public static bool IsFixed(ReadOnlySpan<byte> name) =>
            name.SequenceEqual("kind"u8) || name.SequenceEqual("subject"u8) || name.SequenceEqual("v"u8) || name.SequenceEqual("n"u8) || name.SequenceEqual("t"u8) || name.SequenceEqual("prev"u8);

        public void Before(ReadOnlySpan<byte> quotedName)
        {
            while (_next < FixedCount && CanonicalName.Compare(NameOf(_next), quotedName) < 0)
                Write(_next++);
        }

        public void Rest()
        {
            while (_next < FixedCount)
                Write(_next++);
        }

        private static ReadOnlySpan<byte> NameOf(int place) => place switch
        {
            0 => "\"_sd\""u8,
            1 => "\"_sd_alg\""u8,
            2 => "\"kind\""u8,
            3 => "\"n\""u8,
            4 => "\"prev\""u8,
            5 => "\"subject\""u8,
            6 => "\"t\""u8,
            _ => "\"v\""u8,
        };

        private void Write(int place)
        {
            switch (place)
            {
                case 0 when _digests.Length > 0:
                    WriteDigests();
                    break;
                case 1 when _digests.Length > 0:
                    writer.Write("\"_sd_alg\":\"sha-256\","u8);
                    break;
                case 2:
                    writer.Write("\"kind\":"u8);
                    CanonicalText.Write(kind, writer);
                    writer.Write(","u8);
                    break;
                case 3:
                    PlaceOfN = writer.WrittenCount;
                    break;
                case 4:
                    PlaceOfPrev = writer.WrittenCount;
                    break;
                case 5:
                    writer.Write("\"subject\":"u8);
                    CanonicalText.Write(subject, writer);
                    writer.Write(","u8);
                    break;
                case 6:
                    PlaceOfT = writer.WrittenCount;
                    break;
                case 7:
                    writer.Write("\"v\":1,"u8);
                    break;
            }
        }

        private readonly void WriteDigests()
        {
            writer.Write("\"_sd\":["u8);
            for (var i = 0; i < _digests.Length; i++)
            {
                writer.Write(i == 0 ? "\""u8 : ",\""u8);
                Encoding.ASCII.GetBytes(_digests[i], writer);
                writer.Write("\""u8);
            }
            writer.Write("],"u8);
        }
    }
}
