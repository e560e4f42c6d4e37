using CsCheck;
using Overflight.Feeds.Asterix;

namespace Overflight.Feeds.Tests.Asterix;

public sealed class ItemFormTests
{
    [Theory]
    [InlineData("00", 1)]
    [InlineData("01 00", 2)]
    [InlineData("01 01 00 ff", 3)]
    [InlineData("01 01 01", -1)]
    [InlineData("", -1)]
    public void Extended_items_go_on_while_the_last_bit_says_so(string hex, int length) =>
        Assert.Equal(length, ItemForm.Extended(40).LengthIn(Block.Hex(hex)));

    [Fact]
    public void Extended_items_may_have_longer_parts_and_an_end_of_their_own()
    {
        Assert.Equal(6, ItemForm.Extended(510, 3).LengthIn(Block.Hex("000001 000000 ff")));
        Assert.Equal(2, ItemForm.Extended(271, mostParts: 2).LengthIn(Block.Hex("01 03 ff")));
    }

    [Theory]
    [InlineData("00", 1)]
    [InlineData("02 0000 0000 ff", 5)]
    [InlineData("02 0000 00", -1)]
    [InlineData("", -1)]
    public void Repetitive_items_are_counted(string hex, int length) =>
        Assert.Equal(length, ItemForm.Repetitive(70, 2).LengthIn(Block.Hex(hex)));

    [Theory]
    [InlineData("01", 1)]
    [InlineData("03 0000", 3)]
    [InlineData("03 00", -1)]
    [InlineData("00 00", -1)]
    [InlineData("", -1)]
    public void Explicit_items_say_their_length(string hex, int length) =>
        Assert.Equal(length, ItemForm.Explicit(ItemForm.Expansion).LengthIn(Block.Hex(hex)));

    [Theory]
    [InlineData("00", 1)]
    [InlineData("c0 1111 22", 4)]
    [InlineData("40 22", 2)]
    [InlineData("81 00 1111", 4)]
    [InlineData("20 00", -1)]
    [InlineData("c0 1111", -1)]
    [InlineData("01", -1)]
    public void Compound_items_hold_the_parts_that_their_bits_name(string hex, int length) =>
        Assert.Equal(length, ItemForm.Compound(50, 2, 1, 0).LengthIn(Block.Hex(hex)));

    [Fact]
    public void No_length_is_ever_beyond_the_data()
    {
        ItemForm[] forms = [.. new[] { Profiles.Cat021, Profiles.Cat021Early, Profiles.Cat048, Profiles.Cat062, ServiceProfiles.Cat001, ServiceProfiles.Cat034 }
            .SelectMany(p => Enumerable.Range(0, 60).Select(p.At)).OfType<ItemForm>()];
        Gen.Select(Gen.Byte.Array[0, 80], Gen.Int[0, forms.Length - 1]).Sample((bytes, i) =>
        {
            var length = forms[i].LengthIn(bytes);
            return length == -1 || (length >= 0 && length <= bytes.Length);
        });
    }

    [Theory]
    [InlineData(48)]
    [InlineData(62)]
    public void A_field_that_is_not_defined_breaks_a_record_and_is_named(int category)
    {
        // Far beyond the last field of either profile.
        var record = Block.Record((1, "1964"), (42, "00"));
        var reading = Block.Read(Block.Of(category, record));
        Assert.Equal(1, reading.Report.RejectedByKind["malformed"]);
        Assert.Contains("field 42 is not defined", Assert.Single(reading.Report.Problems).Message, StringComparison.Ordinal);
    }
}
