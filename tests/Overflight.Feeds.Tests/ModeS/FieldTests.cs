using System.Globalization;
using CsCheck;
using Overflight.Feeds.ModeS;
using Overflight.Testing;

namespace Overflight.Feeds.Tests.ModeS;

public sealed class FieldTests
{
    private static readonly Gen<byte[]> s_frames = Gen.OneOf(Gen.Byte.Array[ModeSFrame.LongLength], Gen.Byte.Array[ModeSFrame.ShortLength]);

    [Fact]
    public void Frames_keep_their_bytes() =>
        Gen.OneOf(s_frames, Gen.Byte.Array[2]).Sample(bytes =>
        {
            var back = new byte[bytes.Length];
            ModeSFrame.Of(bytes).CopyTo(back);
            return back.AsSpan().SequenceEqual(bytes) && ModeSFrame.Of(bytes).ToString() == Convert.ToHexStringLower(bytes);
        });

    [Fact]
    public void The_tables_divide_as_the_register_of_the_standard_does() =>
        s_frames.Sample(bytes => ParityCheck.Syndrome(ModeSFrame.Of(bytes)) == Hex.Remainder(bytes));

    [Theory]
    [InlineData("8D4840D6202CC371C32CE0576098", 0u)]
    [InlineData("8D406B902015A678D4D220AA4BDA", 0u)]
    [InlineData("a10000b9201493b51d6820b723c3", 0x4CA216u)]
    public void Known_frames_leave_nothing_or_their_address(string hex, uint expected) =>
        Assert.Equal(expected, ParityCheck.Syndrome(Hex.Frame(hex)));

    [Fact]
    public void Every_single_bit_error_but_those_in_the_format_is_found()
    {
        foreach (var frame in new[] { Hex.Frame("8D4840D6202CC371C32CE0576098"), Hex.AllCall(0x4840D6, 5, 0) })
            for (var bit = 1; bit <= 8 * frame.Length; bit++)
            {
                var syndrome = ParityCheck.Syndrome(frame.WithFlipped(bit));
                Assert.NotEqual(0u, syndrome);
                Assert.Equal(bit > 5 ? bit : 0, SingleBitErrors.BitOf(syndrome, frame.Length));
            }
    }

    [Fact]
    public void Squawks_are_the_digits_of_their_pulses()
    {
        for (var digits = 0; digits < 4096; digits++)
        {
            var (a, b, c, d) = (digits >> 9, digits >> 6 & 7, digits >> 3 & 7, digits & 7);
            Assert.Equal(1000 * a + 100 * b + 10 * c + d, IdentityCode.Squawk(Pulses(a, b, c, d)));
            var reply = ModeSFrame.Of([(byte)(a << 4 | b), (byte)(c << 4 | d)]);
            Assert.Equal(Pulses(a, b, c, d), ModeAcReply.Pulses(reply));
        }
    }

    [Fact]
    public void Altitudes_in_steps_of_25_feet_are_those_encoded()
    {
        for (var n = 1; n < 2048; n++)
        {
            var code13 = (n >> 5) << 7 | (n >> 4 & 1) << 5 | 0x10 | n & 0xF;
            Assert.Equal(25 * n - 1000, AltitudeCode.Feet13(code13));
            Assert.Equal(25 * n - 1000, AltitudeCode.Feet12((n >> 4) << 5 | 0x10 | n & 0xF));
            Assert.Equal(AltitudeCode.None, AltitudeCode.Feet13(code13 | 0x40));
        }
        Assert.Equal(AltitudeCode.None, AltitudeCode.Feet13(0));
        Assert.Equal(38_000, AltitudeCode.Feet12(Field.Of(Hex.Frame("8D40621D58C382D690C8AC2863A7").Message, 9, 20)));
    }

    /// <summary>Counts up in hundreds of feet from −1,200 and changes one pulse at a time: what the code was made for.</summary>
    [Fact]
    public void Neighbouring_Gillham_altitudes_differ_in_one_pulse()
    {
        var byFeet = Enumerable.Range(0, 1 << 13).Where(c => (c & 0x40) == 0 && GillhamCode.Feet(c) != AltitudeCode.None).ToDictionary(c => GillhamCode.Feet(c));
        Assert.Equal(512 * 5, byFeet.Count);
        for (var feet = -1_200; byFeet.ContainsKey(feet + 100); feet += 100)
            Assert.Equal(1, System.Numerics.BitOperations.PopCount((uint)(byFeet[feet] ^ byFeet[feet + 100])));
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void The_Gillham_table_of_another_project_agrees_in_every_code()
    {
        var rows = File.ReadLines(Recorded.PathOf("modes/vrs_GillhamAltitudeTable.csv")).Skip(2).Select(l => l.Split(',')).Where(r => r.Length > 11 && r[0].Length > 0).ToArray();
        Assert.Equal(1280, rows.Length);
        // Columns: altitude, C1 A1 C2 A2 C4 A4 B1 B2 D2 B4 D4.
        int[] places = [12, 11, 10, 9, 8, 7, 5, 3, 2, 1, 0];
        Assert.All(rows, row =>
        {
            var code = places.Select((place, i) => int.Parse(row[1 + i], CultureInfo.InvariantCulture) << place).Sum();
            Assert.Equal(int.Parse(row[0], CultureInfo.InvariantCulture), GillhamCode.Feet(code));
            if (code != 0)
                Assert.Equal(GillhamCode.Feet(code), AltitudeCode.Feet13(code));
        });
    }

    [Theory]
    [InlineData("8D4840D6202CC371C32CE0576098", "KLM1023")]
    [InlineData("8D406B902015A678D4D220AA4BDA", "EZY85MH")]
    public void Call_signs_are_read(string hex, string expected)
    {
        Span<byte> text = stackalloc byte[8];
        var code = CallsignCode.Of(Hex.Frame(hex).Message);
        Assert.Equal(expected, System.Text.Encoding.ASCII.GetString(text[..CallsignCode.Write(code, text)]));
        Assert.True(CallsignCode.IsSound(code));
    }

    [Fact]
    public void Velocities_over_ground_and_through_air_are_read()
    {
        var ground = AirborneVelocity.Of(Hex.Frame("8D485020994409940838175B284F").Message);
        Assert.Equal(1, ground.Subtype);
        Assert.Equal(159.20, ground.GroundSpeedKnots, 2);
        Assert.Equal(182.88, ground.TrackDegrees, 2);
        Assert.Equal(-832, ground.VerticalRateFeetPerMinute);
        Assert.True(ground.IsRateGeometric);
        Assert.Equal(550, ground.GeometricMinusBarometricFeet);

        var air = AirborneVelocity.Of(Hex.Frame("8DA05F219B06B6AF189400CBC33F").Message);
        Assert.Equal(3, air.Subtype);
        Assert.Equal(243.98, air.HeadingDegrees, 2);
        Assert.True(air.IsTrueAirSpeed);
        Assert.Equal(375, air.AirSpeedKnots);
        Assert.Equal(-2304, air.VerticalRateFeetPerMinute);
        Assert.False(air.IsRateGeometric);
        Assert.True(float.IsNaN(air.GroundSpeedKnots));
    }

    [Fact]
    public void Speeds_on_the_ground_rise_with_their_code_and_lie_in_their_range()
    {
        for (var code = 2; code <= 124; code++)
            Assert.True(Movement.Knots(code) > Movement.Knots(code - 1), $"{code}");
        Assert.All([0, 125, 126, 127], code => Assert.True(float.IsNaN(Movement.Knots(code))));
        // Lower ends of the ranges, DO-260B table 2-19.
        Assert.All(new[] { (2, 0.125, 0.25), (9, 1, 1.25), (13, 2, 2.5), (38, 14.5, 15), (39, 15, 16), (94, 70, 72), (109, 100, 105), (123, 170, 175) },
            range => Assert.InRange(Movement.Knots(range.Item1), range.Item2, range.Item3));
    }

    [Theory]
    [InlineData(9, 2, 0, false, 0, 11, -1, 7.5)]
    [InlineData(11, 2, 1, true, 0, 9, -1, 75)]
    [InlineData(11, 2, 0, false, 0, 8, -1, 185.2)]
    [InlineData(11, 1, 1, false, -1, 9, -1, 75)]
    [InlineData(11, -1, -1, true, -1, 8, -1, 185.2)]
    [InlineData(11, 0, -1, false, -1, -1, 7, 185.2)]
    [InlineData(13, 2, 0, true, 0, 6, -1, 555.6)]
    [InlineData(13, 2, 0, false, 0, 6, -1, 926)]
    [InlineData(13, 2, 1, true, 0, 6, -1, 1111.2)]
    [InlineData(13, -1, -1, false, -1, 6, -1, 1111.2)]
    [InlineData(16, 2, 1, true, 0, 3, -1, 7408)]
    [InlineData(16, 2, 0, false, 0, 2, -1, 14816)]
    [InlineData(16, 0, -1, false, -1, -1, 2, 18520)]
    [InlineData(17, 2, 0, false, 0, 1, -1, 37040)]
    [InlineData(7, 2, 1, false, 0, 9, -1, 75)]
    [InlineData(7, 2, 0, false, 0, 8, -1, 185.2)]
    [InlineData(8, 2, 1, false, 1, 7, -1, 370.4)]
    [InlineData(8, 2, 1, false, 0, 6, -1, 555.6)]
    [InlineData(8, 2, 0, false, 1, 6, -1, 1111.2)]
    [InlineData(8, 2, 0, false, 0, 0, -1, double.NaN)]
    [InlineData(18, 2, 0, false, 0, 0, -1, double.NaN)]
    [InlineData(22, 0, 0, false, 0, -1, 0, double.NaN)]
    public void Integrity_follows_type_code_version_and_supplements(int typeCode, int version, int a, bool b, int c, int nic, int nucP, double rcMetres)
    {
        var integrity = PositionIntegrity.Of(typeCode, version, a, b, c);
        Assert.Equal((nic, nucP), (integrity.Nic, integrity.NucP));
        Assert.Equal(rcMetres, integrity.RcMetres, 0.01);
    }

    /// <summary>Not knowing the version or a supplement may never promise more than knowing it.</summary>
    [Fact]
    public void What_is_not_known_never_makes_the_radius_smaller()
    {
        foreach (var typeCode in Enumerable.Range(5, 14).Concat([20, 21, 22]))
            foreach (var version in new[] { 1, 2 })
                foreach (var b in new[] { false, true })
                    foreach (var (a, c) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
                    {
                        var known = PositionIntegrity.Of(typeCode, version, a, b, c).RcMetres;
                        // Supplements that contradict one another are not promises at all.
                        if (version == 2 && typeCode is 11 or 13 or 16 && a == 1 && !b)
                            continue;
                        var unknown = PositionIntegrity.Of(typeCode, -1, -1, b, -1).RcMetres;
                        Assert.True(float.IsNaN(unknown) || float.IsNaN(known) || unknown >= known - 0.01, $"type {typeCode} version {version} a {a} b {b} c {c}");
                    }
    }

    private static int Pulses(int a, int b, int c, int d) =>
        (c & 1) << 12 | (a & 1) << 11 | (c >> 1 & 1) << 10 | (a >> 1 & 1) << 9 | (c >> 2) << 8 | (a >> 2) << 7
        | (b & 1) << 5 | (d & 1) << 4 | (b >> 1 & 1) << 3 | (d >> 1 & 1) << 2 | (b >> 2) << 1 | (d >> 2);
}
