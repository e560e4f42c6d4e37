using System.Numerics;
using CsCheck;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Tests.Klv;

public sealed class LocalSetReaderTests
{
    // Small numbers, so that tags and lengths of several bytes and items within bounds both occur often.
    private static readonly Gen<byte[]> s_bytes = Gen.Frequency((6, Gen.Byte[0, 12]), (2, Gen.Byte[0x80, 0x84]), (1, Gen.Byte)).Array[0, 60];

    [Fact]
    public void Any_bytes_give_the_items_that_a_plain_reading_gives() => s_bytes.Sample(bytes =>
    {
        var expected = Plain(bytes);
        var found = new List<(ulong, int, int)>();
        var stopped = false;
        var reader = new LocalSetReader(bytes);
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
            if (step == KlvRead.Found)
            {
                found.Add((reader.Item.Tag, reader.Item.ValueOffset, reader.Item.Length));
                Assert.Equal(reader.Item.Length, reader.Value.Length);
            }
            else
                stopped = true;
        Assert.Equal(expected.Items, found);
        Assert.Equal(expected.Stopped, stopped);
    });

    // The same, from the words of the standard, with numbers of any size.
    private static (List<(ulong Tag, int Offset, int Length)> Items, bool Stopped) Plain(byte[] bytes)
    {
        var items = new List<(ulong, int, int)>();
        var queue = new Queue<byte>(bytes);
        while (queue.Count > 0)
        {
            BigInteger tag = 0;
            byte next;
            do
            {
                if (!queue.TryDequeue(out next))
                    return (items, true);
                tag = tag * 128 + next % 128;
            }
            while (next >= 128);
            if (tag > ulong.MaxValue || !queue.TryDequeue(out next))
                return (items, true);
            BigInteger length = next;
            if (next >= 128)
            {
                if (next == 128)
                    return (items, true);
                length = 0;
                for (var i = next % 128; i > 0; i--)
                {
                    if (!queue.TryDequeue(out next))
                        return (items, true);
                    length = length * 256 + next;
                }
            }
            if (length > queue.Count)
                return (items, true);
            items.Add(((ulong)tag, bytes.Length - queue.Count, (int)length));
            for (var i = 0; i < length; i++)
                queue.Dequeue();
        }
        return (items, false);
    }
}
