using System.Text;
using System.Text.Json;
using CsCheck;
using Overflight.Record.Leaves;

namespace Overflight.Record.Tests.Leaves;

public sealed class CanonicalJsonTests
{
    /// <summary>RFC 8785, sections 3.2.2 and 3.2.3, and the test data that its author publishes.</summary>
    [Theory]
    [InlineData("""{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}""",
        """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""")]
    [InlineData("""{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""",
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}")]
    [InlineData("""[ 56, { "d": true, "10": null, "1": [ ] } ]""", """[56,{"1":[],"10":null,"d":true}]""")]
    [InlineData("""{ "peach": "This sorting order", "péché": "is wrong according to French", "pêche": "but canonicalization MUST", "sin": "ingnore locale" }""",
        """{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ingnore locale"}""")]
    [InlineData("""{ "1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ { } ], "A": { } }""",
        """{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}""")]
    [InlineData("""{ "Unnormalized Unicode":"A\u030a" }""", "{\"Unnormalized Unicode\":\"A\u030a\"}")]
    [InlineData("""{ "Unnormalized Unicode":"\u1e0d\u0307" }""", "{\"Unnormalized Unicode\":\"\u1e0d\u0307\"}")]
    [InlineData("""{ "\u20ac": "Euro Sign", "\r": "Carriage Return", "\u000a": "Newline", "1": "One", "\u0080": "Control\u007f", "\ud83d\ude02": "Smiley", "\u00f6": "O", "\ufb33": "Dalet", "</script>": "Browser Challenge" }""",
        "{\"\\n\":\"Newline\",\"\\r\":\"Carriage Return\",\"1\":\"One\",\"</script>\":\"Browser Challenge\",\"\u0080\":\"Control\u007f\",\"ö\":\"O\",\"€\":\"Euro Sign\",\"😂\":\"Smiley\",\"\ufb33\":\"Dalet\"}")]
    public void The_standards_examples(string json, string canonical) => Assert.Equal(canonical, Canonical(json));

    /// <summary>RFC 8785, section 3.2.4: the bytes of the first example.</summary>
    [Fact]
    public void The_standards_bytes() => Assert.Equal(
        "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d",
        Convert.ToHexStringLower(CanonicalJson.Canonicalize("""
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """u8)));

    /// <summary>RFC 8785, appendix B.</summary>
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void The_standards_numbers(ulong bits, string text)
    {
        var value = BitConverter.UInt64BitsToDouble(bits);
        Assert.Equal(text, Canonical($"{value:E16}"));
        Assert.Equal(text, Canonical(text));
        Assert.Equal(text, JsonOracle.Number(value));
    }

    [Fact]
    public void Numbers_are_those_of_exact_arithmetic()
    {
        for (var exponent = -323; exponent <= 308; exponent++)
            Same(double.Parse($"1E{exponent}"));
        for (var exponent = -1074; exponent <= 1023; exponent++)
            Same(Math.ScaleB(1, exponent));
        for (long i = 1; i < 1L << 52; i = i * 3 + 1)
            Same(BitConverter.Int64BitsToDouble(i));
        Gen.Long.Sample(bits =>
        {
            if (BitConverter.Int64BitsToDouble(bits) is var value && double.IsFinite(value))
                Same(value);
        }, iter: 5_000);
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[-12, 12]).Sample((digits, exponent) => Same(double.Parse($"{digits}E{exponent}")), iter: 5_000);

        static void Same(double value)
        {
            foreach (var near in new[] { Math.BitDecrement(value), value, Math.BitIncrement(value) })
            {
                var text = Canonical($"{near:E16}");
                Assert.Equal(JsonOracle.Number(near), text);
                Assert.Equal(near, double.Parse(text));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a" 1}""")]
    [InlineData("""{a:1}""")]
    [InlineData("""{"a":1 "b":2}""")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("-01")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("nul")]
    [InlineData("True")]
    [InlineData("1 2")]
    [InlineData("[1] x")]
    [InlineData("\"a")]
    [InlineData("\"a\nb\"")]
    [InlineData("""  "\x"  """)]
    [InlineData("""  "\u12"  """)]
    [InlineData("""  "\u12g4"  """)]
    [InlineData("""  "\ud83d"  """)]
    [InlineData("""  "\ude00"  """)]
    [InlineData("""  "\ud83d\u0041"  """)]
    [InlineData("""  "\ude00\ud83d"  """)]
    [InlineData("'a'")]
    [InlineData("\ufeff1")]
    [InlineData("\u00a01")]
    public void What_is_no_JSON_is_refused(string json) =>
        Assert.Contains("at byte", Assert.Throws<RecordException>(() => Canonical(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"a":1,"a":2}""", 7)]
    [InlineData("""{"b":1,"a":2,"b":3}""", 13)]
    [InlineData("""{"\u0061":1,"a":2}""", 12)]
    [InlineData("""{"x":{"é":1,"\u00e9":2}}""", 13)]
    public void Names_that_come_twice_are_refused(string json, int at) =>
        Assert.EndsWith($"a member's name comes twice, at byte {at}", Assert.Throws<RecordException>(() => Canonical(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("22ff22")]
    [InlineData("22c022")]
    [InlineData("22c0af22")]
    [InlineData("22eda08022")]
    [InlineData("22f490808022")]
    [InlineData("22e282")]
    public void What_is_no_UTF_8_is_refused(string hex) => Assert.Throws<RecordException>(() => CanonicalJson.Canonicalize(Convert.FromHexString(hex)));

    [Fact]
    public void Depth_has_a_limit()
    {
        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
        Assert.Equal(Nested(CanonicalJson.MaximumDepth), Canonical(Nested(CanonicalJson.MaximumDepth)));
        Assert.Throws<RecordException>(() => Canonical(Nested(CanonicalJson.MaximumDepth + 1)));
        Assert.Throws<RecordException>(() => Canonical(Nested(1_000_000)));
        CanonicalJson.CanonicalizeLeaf(Encoding.UTF8.GetBytes(Nested(16)));
        Assert.Throws<RecordException>(() => CanonicalJson.CanonicalizeLeaf(Encoding.UTF8.GetBytes(Nested(17))));
    }

    [Theory]
    [InlineData("9007199254740991", true)]
    [InlineData("-9007199254740991", true)]
    [InlineData("0", true)]
    [InlineData("-1", true)]
    [InlineData("9007199254740992", false)]
    [InlineData("-9007199254740992", false)]
    [InlineData("99999999999999999999", false)]
    [InlineData("1.0", false)]
    [InlineData("1.5", false)]
    [InlineData("1e2", false)]
    [InlineData("1E0", false)]
    [InlineData("-0", false)]
    public void Leaves_have_whole_numbers_only(string json, bool isFine)
    {
        if (isFine)
            Assert.Equal(json, Encoding.UTF8.GetString(CanonicalJson.CanonicalizeLeaf(Encoding.UTF8.GetBytes(json))));
        else
            Assert.EndsWith("at byte 0", Assert.Throws<RecordException>(() => CanonicalJson.CanonicalizeLeaf(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_JSON_becomes_what_the_oracle_says_and_stays_so() => JsonGen.Value.Sample(json =>
    {
        using var document = JsonDocument.Parse(json);
        var canonical = Canonical(json);
        Assert.Equal(JsonOracle.Canonical(document.RootElement), canonical);
        Assert.Equal(canonical, Canonical(canonical));
    }, iter: 3_000);

    [Fact]
    public void Many_members_are_put_in_order()
    {
        var names = Enumerable.Range(0, 5_000).Select(i => $"{i * 7919 % 5_000}").ToArray();
        var canonical = Canonical("{" + string.Join(',', names.Select(n => $"\"{n}\":{n}")) + "}");
        Assert.Equal("{" + string.Join(',', names.Order(StringComparer.Ordinal).Select(n => $"\"{n}\":{n}")) + "}", canonical);
    }

    [Fact]
    public void No_bytes_do_anything_but_parse_or_be_refused()
    {
        Gen.Byte.Array[0, 40].Sample(Feed, iter: 20_000);
        JsonGen.One("{}[]\",:\\u0189aeEdD-+. tfn\n\u00e9".ToCharArray()).Array[0, 30].Sample(chars => Feed(Encoding.UTF8.GetBytes(chars)), iter: 40_000);
        Gen.Select(JsonGen.Value, Gen.Int[0, 10_000], Gen.Byte).Sample((json, at, value) =>
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            bytes[at % bytes.Length] = value;
            Feed(bytes);
        }, iter: 10_000);

        static void Feed(byte[] bytes)
        {
            byte[] canonical;
            try
            {
                canonical = CanonicalJson.Canonicalize(bytes);
            }
            catch (RecordException)
            {
                return;
            }
            Assert.Equal(canonical, CanonicalJson.Canonicalize(canonical));
            // Another reader takes it for JSON too.
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 200 });
        }
    }

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));
}
