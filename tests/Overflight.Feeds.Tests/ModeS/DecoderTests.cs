using Overflight.Feeds.ModeS;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.ModeS;

public sealed class DecoderTests
{
    private const uint Address = 0x3461CE;
    private static readonly GeoPoint s_start = new(43.6, 1.4);
    private static readonly GeoPoint s_stand = new(43.61, 1.42);
    private readonly List<(AircraftAddress Address, Fix Fix)> _late = [];

    private ModeSDecoder Decoder(ModeSOptions? options = null) => new(options ?? new ModeSOptions(), (AircraftAddress a, in Fix f) => _late.Add((a, f)));

    /// <summary>Squitters of an aircraft that flies straight east at 480 kt, even and odd in turn.</summary>
    private static RawFrame Position(int i, uint address = Address, GeoPoint? start = null, double seconds = double.NaN, int first = 0x8D, int typeCode = 11)
    {
        var time = double.IsNaN(seconds) ? i * 0.5 : seconds;
        var place = PlaceAt(time, start ?? s_start);
        return Hex.Raw(Hex.Squitter(address, CprCoding.Message(typeCode, place.LatitudeDegrees, place.LongitudeDegrees, i % 2 == 1), first), time, i);
    }

    private static GeoPoint PlaceAt(double seconds, GeoPoint start) => Geodesic.Direct(start, 90, seconds * 480 * 1852 / 3600);

    [Fact]
    public void The_first_place_needs_two_pairs_and_the_codes_before_it_come_late()
    {
        var decoder = Decoder();
        for (var i = 0; i < 6; i++)
        {
            var message = decoder.Decode(Position(i));
            Assert.Equal(i >= 3, message.HasPosition);
            if (message.HasPosition)
                Assert.True(Geodesic.DistanceMetres(PlaceAt(i * 0.5, s_start), message.Fix.Position) < 6);
        }
        Assert.Equal([2L, 1, 0], _late.Select(l => l.Fix.Record));
        Assert.All(_late, l => Assert.True(Geodesic.DistanceMetres(PlaceAt(l.Fix.Record * 0.5, s_start), l.Fix.Position) < 6));
        Assert.All(_late, l => Assert.Equal(Hex.Raw("0000", l.Fix.Record * 0.5).TimeMicroseconds, l.Fix.Time.Microseconds));
    }

    [Fact]
    public void A_code_from_elsewhere_gives_no_place_and_does_not_move_the_aircraft()
    {
        var decoder = Decoder();
        for (var i = 0; i < 10; i++)
            decoder.Decode(Position(i));

        Assert.False(decoder.Decode(Position(10, start: new GeoPoint(43.6, 3.5))).HasPosition);
        Assert.True(decoder.Decode(Position(11)).HasPosition);
        Assert.Equal(3, _late.Count);
    }

    [Fact]
    public void An_aircraft_that_jumps_and_stays_is_found_again_where_it_is()
    {
        var decoder = Decoder();
        for (var i = 0; i < 10; i++)
            decoder.Decode(Position(i));
        var there = new GeoPoint(44.6, 5.4);
        var placed = Enumerable.Range(10, 12).Select(i => decoder.Decode(Position(i, start: there))).ToArray();

        Assert.True(placed[^1].HasPosition);
        Assert.True(Geodesic.DistanceMetres(PlaceAt(21 * 0.5, there), placed[^1].Fix.Position) < 6);
        // Nothing lies between the two: every place, late ones too, is at one or the other.
        var all = placed.Where(m => m.HasPosition).Select(m => m.Fix).Concat(_late.Select(l => l.Fix)).ToArray();
        Assert.All(all, f => Assert.True(
            Geodesic.DistanceMetres(PlaceAt(f.Record * 0.5, f.Record < 10 ? s_start : there), f.Position) < 6, $"{f.Record} {f.Position}"));
        Assert.Contains(all, f => f.Record == 10);
    }

    [Fact]
    public void Two_aircraft_with_one_address_never_make_a_third()
    {
        var decoder = Decoder();
        var elsewhere = new GeoPoint(41.2, -3.0);
        var random = new Random(3);
        for (var i = 0; i < 400; i++)
        {
            var isSecond = random.Next(2) == 0;
            var message = decoder.Decode(Position(i, start: isSecond ? elsewhere : s_start));
            if (message.HasPosition)
                Assert.True(Geodesic.DistanceMetres(PlaceAt(i * 0.5, isSecond ? elsewhere : s_start), message.Fix.Position) < 6);
        }
        Assert.All(_late, l => Assert.True(
            Geodesic.DistanceMetres(PlaceAt(l.Fix.Record * 0.5, s_start), l.Fix.Position) < 6
            || Geodesic.DistanceMetres(PlaceAt(l.Fix.Record * 0.5, elsewhere), l.Fix.Position) < 6));
    }

    [Fact]
    public void Pairs_more_than_ten_seconds_apart_are_not_decoded_together()
    {
        var decoder = Decoder();
        for (var i = 0; i < 8; i++)
            Assert.False(decoder.Decode(Position(i, seconds: 11 * i)).HasPosition);
    }

    [Fact]
    public void On_the_ground_an_earlier_place_in_the_air_is_reference_enough()
    {
        var decoder = Decoder();
        for (var i = 0; i < 6; i++)
            decoder.Decode(Position(i));
        var ground = decoder.Decode(Position(7, seconds: 30, typeCode: 7));

        Assert.True(ground.HasPosition);
        Assert.Equal(FixStatus.OnGround, ground.Fix.Status);
        Assert.Equal(1, ground.OnGround);
        Assert.True(Geodesic.DistanceMetres(PlaceAt(30, s_start), ground.Fix.Position) < 2);
    }

    [Fact]
    public void On_the_ground_alone_nothing_is_told_unless_the_traffic_or_an_airport_says_which_quarter()
    {
        var alone = Decoder();
        for (var i = 0; i < 12; i++)
            Assert.False(alone.Decode(Position(i, typeCode: 7)).HasPosition);
        alone.Finish();
        Assert.Empty(_late);

        var near = Decoder(new ModeSOptions { References = [new GeoPoint(43.63, 1.37)] });
        Assert.False(near.Decode(Position(0, typeCode: 7)).HasPosition);
        near.Finish();
        Assert.True(Geodesic.DistanceMetres(s_start, Assert.Single(_late).Fix.Position) < 2);
        _late.Clear();

        var among = Decoder();
        for (var i = 0; i < 6; i++)
            among.Decode(Position(i, typeCode: 7));
        for (var i = 6; i < 12; i++)
            among.Decode(Position(i, 0x400F99, new GeoPoint(46, 3)));
        among.Finish();
        Assert.Equal(6, _late.Count(l => l.Address.Value == Address));
        Assert.All(_late.Where(l => l.Address.Value == Address), l => Assert.True(Geodesic.DistanceMetres(PlaceAt(l.Fix.Record * 0.5, s_start), l.Fix.Position) < 2));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void A_lone_code_is_placed_where_the_ground_of_one_airport_was_heard_and_not_among_two(bool isAnotherHeard, int placed)
    {
        const uint lone = 0x44CE6A;
        var decoder = Decoder();
        Land(0x400F99, s_start);
        if (isAnotherHeard)
            Land(0x400F98, new GeoPoint(44.6, 2.4));
        var code = Hex.Raw(Hex.Squitter(lone, CprCoding.Message(7, s_stand.LatitudeDegrees, s_stand.LongitudeDegrees, true), 0x8C), 300, 1);
        Assert.False(decoder.Decode(code).HasPosition);
        decoder.Finish();

        Assert.Equal(placed, _late.Count(l => l.Address.Value == lone));
        Assert.All(_late.Where(l => l.Address.Value == lone), l => Assert.True(Geodesic.DistanceMetres(s_stand, l.Fix.Position) < 2));

        // Seen in the air, then on the ground at the place.
        void Land(uint address, GeoPoint place)
        {
            for (var i = 0; i < 6; i++)
                decoder.Decode(Position(i, address, place));
            decoder.Decode(Position(7, address, place, seconds: 20, typeCode: 7));
        }
    }

    [Fact]
    public void Traffic_wider_than_one_receiver_hears_tells_nothing_of_those_on_the_ground()
    {
        var decoder = Decoder();
        for (var i = 0; i < 6; i++)
        {
            decoder.Decode(Position(i, 0x400F99, new GeoPoint(46, 3)));
            decoder.Decode(Position(i, 0xA00001, new GeoPoint(46, 93)));
        }
        for (var i = 0; i < 6; i++)
            Assert.False(decoder.Decode(Position(i, typeCode: 7)).HasPosition);
    }

    [Fact]
    public void An_address_in_a_parity_counts_only_when_it_was_heard_lately()
    {
        var reply = Hex.Reply(4, 0, 0x1838, 0, Address);
        var decoder = Decoder();
        var unknown = decoder.Decode(Hex.Raw(reply, 0));
        Assert.Equal((ParityStatus.Unconfirmed, AircraftAddress.None, AltitudeType.None), (unknown.Parity, unknown.Address, unknown.AltitudeType));

        decoder.Decode(Hex.Raw(Hex.AllCall(Address, 5, 0), 1));
        var known = decoder.Decode(Hex.Raw(reply, 2));
        Assert.Equal((ParityStatus.Recovered, Address, 38_000), (known.Parity, known.Address.Value, known.AltitudeFeet));

        Assert.Equal(ParityStatus.Unconfirmed, decoder.Decode(Hex.Raw(reply, 303)).Parity);
    }

    [Fact]
    public void A_reply_to_a_radar_needs_an_address_heard_before()
    {
        var decoder = Decoder();
        Assert.Equal(ParityStatus.Unconfirmed, decoder.Decode(Hex.Raw(Hex.AllCall(Address, 5, 10), 0)).Parity);
        Assert.Equal(ParityStatus.Ok, decoder.Decode(Hex.Raw(Hex.AllCall(Address, 5, 0), 1)).Parity);
        Assert.Equal(ParityStatus.Ok, decoder.Decode(Hex.Raw(Hex.AllCall(Address, 5, 10), 2)).Parity);
        Assert.Equal(ParityStatus.Bad, decoder.Decode(Hex.Raw(Hex.AllCall(Address, 5, 0x80), 3)).Parity);
    }

    [Fact]
    public void Wrong_bits_are_put_right_only_where_asked_and_never_make_another_aircraft()
    {
        var sound = Hex.Squitter(Address, CprCoding.Message(11, 43.6, 1.4, false));
        var strict = Decoder();
        var lenient = Decoder(new ModeSOptions { CorrectsOneBit = true });
        Assert.Equal(ParityStatus.Bad, lenient.Decode(Hex.Raw(sound.WithFlipped(40), 0)).Parity);
        lenient.Decode(Hex.Raw(sound, 1));
        strict.Decode(Hex.Raw(sound, 1));
        for (var bit = 6; bit <= 112; bit++)
        {
            var wrong = Hex.Raw(sound.WithFlipped(bit), 2);
            Assert.Equal(ParityStatus.Bad, strict.Decode(wrong).Parity);
            var message = lenient.Decode(wrong);
            Assert.Equal((ParityStatus.Corrected, Address, sound), (message.Parity, message.Address.Value, message.Frame));
        }
        Assert.Equal(1, lenient.AircraftCount);
        Assert.Equal(1, strict.AircraftCount);
    }

    [Fact]
    public void What_ground_stations_send_is_told_apart_and_never_paired_with_the_aircraft_s_own()
    {
        var decoder = Decoder();
        var imf = 1UL << 48;
        Assert.Equal((FixSource.Adsb, true), Of(0x90, 0));
        Assert.Equal((FixSource.Adsb, false), Of(0x91, 0));
        Assert.Equal((FixSource.Tisb, true), Of(0x92, 0));
        Assert.Equal((FixSource.Tisb, false), Of(0x92, imf));
        Assert.Equal((FixSource.Tisb, false), Of(0x95, 0));
        Assert.Equal((FixSource.Adsr, true), Of(0x96, 0));
        Assert.Equal((FixSource.Adsr, false), Of(0x96, imf));

        var mixed = Decoder();
        for (var i = 0; i < 20; i++)
            Assert.False(mixed.Decode(Position(i, first: i % 2 == 0 ? 0x8D : 0x96)).HasPosition);

        (FixSource, bool) Of(int first, ulong bits)
        {
            var message = decoder.Decode(Hex.Raw(Hex.Squitter(Address, CprCoding.Message(11, 43.6, 1.4, false) | bits, first), 0));
            return (message.Source, message.Address.IsIcao);
        }
    }

    [Fact]
    public void Operational_status_gives_version_and_supplements_to_later_positions()
    {
        var decoder = Decoder();
        for (var i = 0; i < 6; i++)
            decoder.Decode(Position(i));
        Assert.Equal((8, -1), (decoder.Decode(Position(6)).Fix.Nic, decoder.Decode(Position(7)).Version));
        // Version 2, supplement A, NACp 10, SIL 3.
        decoder.Decode(Hex.Raw(Hex.Squitter(Address, 31UL << 51 | 2UL << 13 | 1UL << 12 | 10UL << 8 | 3UL << 4), 4));
        var place = PlaceAt(4.5, s_start);
        var message = decoder.Decode(Hex.Raw(Hex.Squitter(Address, CprCoding.Message(11, place.LatitudeDegrees, place.LongitudeDegrees, true) | 1UL << 48), 4.5));
        Assert.Equal((2, 9, 75f, 10, 3), (message.Version, message.Fix.Nic, message.Fix.ContainmentMetres, message.Fix.NacP, message.Fix.Sil));
    }

    [Fact]
    public void Lengths_that_do_not_fit_the_format_are_bad_and_other_formats_are_not_guessed_at()
    {
        var decoder = Decoder();
        Assert.Equal(ParityStatus.Bad, decoder.Decode(Hex.Raw("8D4840D6202CC3", 0)).Parity);
        Assert.Equal(ParityStatus.Unconfirmed, decoder.Decode(Hex.Raw("984840D6202CC371C32CE0576098", 0)).Parity);
        Assert.Equal(ParityStatus.None, decoder.Decode(Hex.Raw("1234", 0)).Parity);
        Assert.Equal(24, Hex.Frame("F84840D6202CC371C32CE0576098").DownlinkFormat);
    }

    [Fact]
    public void The_same_messages_give_the_same_results()
    {
        var random = new Random(8);
        var frames = Enumerable.Range(0, 3_000).Select(i => Position(i, (uint)(Address + random.Next(40)), new GeoPoint(43 + random.Next(3), 1.4))).ToArray();
        var (first, second) = (Decoder(), Decoder());
        Assert.All(frames, f => Assert.Equal(first.Decode(f), second.Decode(f)));
    }
}
