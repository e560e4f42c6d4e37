using CsCheck;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Parameters;

namespace Overflight.Mavlink.Tests.Protocols;

public sealed class ParameterTests
{
    private static readonly Gen<ParameterValue> s_value = Gen.OneOf(
        Gen.Float[-1e30f, 1e30f].Select(ParameterValue.Real), Gen.Int.Select(ParameterValue.Whole),
        Gen.Byte.Select(v => ParameterValue.Of(MavParamType.Uint8, v)), Gen.SByte.Select(v => ParameterValue.Of(MavParamType.Int8, v)),
        Gen.UShort.Select(v => ParameterValue.Of(MavParamType.Uint16, v)), Gen.Short.Select(v => ParameterValue.Of(MavParamType.Int16, v)),
        Gen.UInt.Select(v => ParameterValue.Of(MavParamType.Uint32, v)));

    [Fact]
    public void Any_value_comes_back_from_the_bytes_of_its_float() => s_value.Sample(value =>
    {
        // Through the message, as a float's bytes.
        var payload = new byte[ParamValue.Info.Length];
        new ParamValue { Value = value.Encode(bytewise: true), ParamType = value.Type }.Write(payload);
        var m = ParamValue.Read(payload);
        Assert.True(ParameterValue.TryDecode(m.ParamType, m.Value, bytewise: true, out var back));
        Assert.Equal(value, back);
    }, iter: 10_000);

    [Fact]
    public void A_value_cast_to_float_comes_back_while_it_has_24_bits() => Gen.Int[-16_777_216, 16_777_216].Sample(number =>
    {
        var value = ParameterValue.Whole(number);
        Assert.Equal(number, value.Encode(bytewise: false));
        Assert.True(ParameterValue.TryDecode(MavParamType.Int32, number, bytewise: false, out var back));
        Assert.Equal(value, back);
    });

    [Theory]
    [InlineData(MavParamType.Uint64, 1)]
    [InlineData(MavParamType.Uint8, 256)]
    [InlineData(MavParamType.Int8, -129)]
    [InlineData(MavParamType.Int32, 0.5)]
    public void Numbers_that_a_type_cannot_hold_are_refused(MavParamType type, double number)
    {
        Assert.Throws<ArgumentException>(() => ParameterValue.Of(type, number));
        Assert.False(ParameterValue.TryDecode(type, (float)number, bytewise: false, out _));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.3, 2)]
    public async Task All_are_listed_and_set_over_a_poor_link(double loss, int seed)
    {
        await using var pair = new LossyPair(loss, seed);
        var values = Enumerable.Range(0, 120).ToDictionary(i => $"P{i:000}", i => i % 2 == 0 ? ParameterValue.Whole(-i) : ParameterValue.Real(i / 3f));
        using var server = new ParameterServer(pair.Vehicle, values, (name, value) => name != "P000" || value.Number < 10);
        var client = new ParameterClient(pair.Ground, 1, patience: LossyPair.Patience);

        Assert.Equal(values, await client.ListAsync());
        Assert.Equal(ParameterValue.Whole(9), await client.SetAsync("P000", ParameterValue.Whole(9)));
        Assert.Equal(ParameterValue.Whole(9), server["P000"]);
        // Refused: too great, and of another type.
        Assert.Equal(ParameterValue.Whole(9), await client.SetAsync("P000", ParameterValue.Whole(11)));
        Assert.Equal(ParameterValue.Whole(9), await client.SetAsync("P000", ParameterValue.Real(1)));
        Assert.Equal(ParameterValue.Real(1 / 3f), await client.ReadAsync("P001"));
    }

    [Fact]
    public async Task A_name_of_sixteen_characters_has_no_NUL_and_a_longer_one_is_refused()
    {
        await using var pair = new LossyPair();
        var name = "ABCDEFGHIJKLMNOP";
        using var server = new ParameterServer(pair.Vehicle, [new(name, ParameterValue.Whole(5))]);
        Assert.Equal(ParameterValue.Whole(5), await new ParameterClient(pair.Ground, 1).ReadAsync(name));
        Assert.Throws<ArgumentException>(() => new ParameterServer(pair.Vehicle, [new(name + "Q", ParameterValue.Whole(5))]));
    }

    [Fact]
    public async Task One_that_is_not_there_is_an_error()
    {
        await using var pair = new LossyPair();
        using var server = new ParameterServer(pair.Vehicle, []);
        var client = new ParameterClient(pair.Ground, 1, patience: new(TimeSpan.FromMilliseconds(10), 2));
        Assert.Contains("NOTHING", (await Assert.ThrowsAsync<MavlinkException>(() => client.ReadAsync("NOTHING"))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<MavlinkException>(() => client.ListAsync());
    }
}
