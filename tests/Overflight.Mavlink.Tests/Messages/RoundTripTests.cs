using System.Reflection;
using CsCheck;
using Overflight.Mavlink.Framing;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Tests.Messages;

/// <summary>Every message, with any payload, comes back as it was.</summary>
public sealed class RoundTripTests
{
    private static readonly Dictionary<uint, Type> s_types = typeof(MessageTable).Assembly.GetTypes()
        .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IMavlinkMessage<>)))
        .ToDictionary(t => ((MessageInfo)t.GetProperty("Info", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).Id);

    public static TheoryData<uint> Ids => [.. MessageTable.All.Select(m => m.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Any_payload_comes_back_as_it_was(uint id) =>
        typeof(RoundTripTests).GetMethod(nameof(Check), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(s_types[id]).Invoke(null, null);

    [Fact]
    public void A_text_that_is_too_long_is_cut_between_characters()
    {
        var payload = new byte[Statustext.Info.Length];
        new Statustext { Text = new string('é', 26) }.Write(payload);
        Assert.Equal(new string('é', 25), Statustext.Read(payload).Text);
    }

    [Fact]
    public void An_array_that_is_too_long_is_refused() =>
        Assert.Throws<ArgumentException>(() => new LogData { Data = new byte[91] }.Write(new byte[LogData.Info.Length]));

    private static void Check<T>() where T : struct, IMavlinkMessage<T>
    {
        var info = T.Info;
        Gen.Byte.Array[info.Length].Sample(bytes =>
        {
            MakeReadable(info, bytes);
            var again = new byte[info.Length];
            T.Read(bytes).Write(again);
            Assert.Equal(bytes, again);
        }, iter: 200);

        // Through a frame, zeros left away and put back; and the fields of MAVLink 1 alone.
        Gen.Select(Gen.Byte.Array[info.Length], Gen.Int[0, info.Length]).Sample((bytes, zeros) =>
        {
            MakeReadable(info, bytes);
            bytes.AsSpan(info.Length - zeros).Clear();
            MakeReadable(info, bytes);
            var frame = new byte[FrameWriter.LongestFrame];
            var length = FrameWriter.Write(T.Read(bytes), 7, 1, 2, null, frame);
            byte[]? back = null;
            new FrameParser(view =>
            {
                Assert.Equal((info, 7, 1, 2), (view.Info, (int)view.Sequence, (int)view.SystemId, (int)view.ComponentId));
                back = new byte[info.Length];
                view.Read<T>().Write(back);
            }).PushDatagram(frame.AsSpan(0, length));
            Assert.Equal(bytes, back);

            var first = bytes[..info.MinimumLength];
            var expected = (byte[])bytes.Clone();
            expected.AsSpan(info.MinimumLength).Clear();
            MakeReadable(info, expected);
            var version1 = new byte[info.Length];
            T.Read(first).Write(version1);
            Assert.Equal(expected, version1);
        }, iter: 50);
    }

    // Texts of ASCII, nothing behind their NUL; the version of HEARTBEAT is always 3; a NaN keeps its bits, but for those that signal.
    private static void MakeReadable(MessageInfo info, byte[] bytes)
    {
        foreach (var field in info.Fields)
        {
            var span = bytes.AsSpan(field.Offset, field.Size);
            if (field.Type == FieldType.Char && field.ArrayLength > 0)
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] &= 0x7F;
                if (span.IndexOf((byte)0) is >= 0 and var end)
                    span[end..].Clear();
            }
            else if (field.Name == "mavlink_version")
            {
                span[0] = 3;
            }
        }
    }
}
