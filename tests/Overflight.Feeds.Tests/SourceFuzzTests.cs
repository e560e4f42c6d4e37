using System.Globalization;
using CsCheck;
using Overflight.Feeds.AircraftList;
using Overflight.Feeds.Asterix;
using Overflight.Feeds.Capture;
using Overflight.Feeds.Cot;
using Overflight.Feeds.Sbs;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests;

/// <summary>Gives the decoders of surveillance sources whatever bytes, as a network may: none throws, and every fix is at a place.</summary>
public sealed class SourceFuzzTests
{
    private static readonly long s_iterations =
        long.TryParse(Environment.GetEnvironmentVariable("OVERFLIGHT_FUZZ_ITERATIONS"), CultureInfo.InvariantCulture, out var given) ? given : 5_000;

    private static readonly byte[] s_categories = [1, 2, 21, 34, 48, 62, 65];
    private static readonly byte[] s_versions = [0x45, 0x4f, 0x60, 0x00];
    private static readonly byte[] s_report = SourceInputs.Binary(1).First().Bytes;

    [Fact]
    public void Asterix_decoders_take_any_bytes() => Take(Gen.Byte.Array[0, 300], (session, bytes) => new AsterixDecoder(session).Accept(bytes, 0, 1_700_000_000_000_000));

    [Fact]
    public void Asterix_decoders_take_any_records_of_the_categories_they_know() =>
        Take(Gen.Select(Gen.Int[0, s_categories.Length - 1], Gen.Byte.Array[0, 200]).Select((category, body) => Block(s_categories[category], body)), (session, bytes) =>
        {
            var decoder = new AsterixDecoder(session);
            decoder.Accept(bytes, 0, null);
            decoder.Finish();
        });

    [Fact]
    public void Asterix_decoders_take_damaged_reports() =>
        Take(Damaged(s_report), (session, bytes) => new AsterixDecoder(session).Accept(bytes, 0, null));

    [Fact]
    public void Packets_of_any_bytes_are_opened_or_refused()
    {
        var links = new[] { 0, 1, 12, 14, 101, 113, 228, 229, 276, 999 };
        Gen.Select(Gen.Byte.Array[0, 120], Gen.Int[0, links.Length - 1], Gen.Int[0, s_versions.Length - 1]).Sample((bytes, link, first) =>
        {
            if (bytes.Length > 14)
                (bytes[12], bytes[13], bytes[14], bytes[0]) = (8, 0, s_versions[first], s_versions[first]);
            var content = Packet.Open((LinkType)links[link], bytes, out var payload, out _);
            return payload.Length <= bytes.Length && (content == PacketContent.Datagram || payload.IsEmpty);
        }, iter: s_iterations);
    }

    [Fact]
    public void Lines_lists_and_events_take_any_damage()
    {
        foreach (var (name, text) in SourceInputs.Text(1))
        {
            Take(Damaged(System.Text.Encoding.UTF8.GetBytes(text)), (session, bytes) =>
            {
                if (name == "sbs")
                    new SbsDecoder(session).Accept(bytes, -1);
                else if (name == "cot")
                    new CotDecoder(session).Accept(bytes, -1);
                else
                    new AircraftListDecoder(session).Accept(bytes, -1);
            });
        }
    }

    private static void Take(Gen<byte[]> inputs, Action<ReadSession, byte[]> decode) => inputs.Sample(bytes =>
    {
        var isSound = true;
        var session = new ReadSession("fuzz", new ReadOptions { EachFix = Check }, _ => { });
        decode(session, bytes);
        var report = session.Report(0, "");
        return isSound && report.Rejected == report.RejectedByKind.Values.Sum();

        void Check(Aircraft aircraft, string callsign, in Fix fix) => isSound &= fix.Position.IsValid && fix.Record >= 0;
    }, iter: s_iterations);

    private static Gen<byte[]> Damaged(byte[] sound) =>
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length], Gen.Int[0, 3]).Array[1, 3].Select(changes =>
        {
            var bytes = sound.ToList();
            foreach (var (at, value, length, kind) in changes)
            {
                var place = Math.Min(at, bytes.Count);
                if (kind == 0 && place < bytes.Count)
                    bytes[place] = value;
                else if (kind == 1)
                    bytes.RemoveRange(place, Math.Min(length % 9, bytes.Count - place));
                else if (kind == 2)
                    bytes.Insert(place, value);
                else
                    bytes.RemoveRange(place, bytes.Count - place);
            }
            return bytes.ToArray();
        });

    private static byte[] Block(byte category, byte[] body) => [category, (byte)((body.Length + 3) >> 8), (byte)(body.Length + 3), .. body];
}
