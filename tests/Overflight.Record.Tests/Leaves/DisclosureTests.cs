using System.Buffers.Text;
using System.Text;
using CsCheck;
using Overflight.Record.Leaves;

namespace Overflight.Record.Tests.Leaves;

public sealed class DisclosureTests
{
    /// <summary>RFC 9901, section 5.1: the issuer's digests.</summary>
    private static readonly string[] s_issued =
    [
        "CrQe7S5kqBAHt-nMYXgc6bdt2SH5aTY1sU_M-PgkjPI", "JzYjH4svliH0R3PyEMfeZu6Jt69u5qehZo7F7EPYlSE", "PorFbpKuVu6xymJagvkFsFXAbRoc2JGlAUA2BA4o7cI",
        "TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo", "XQ_3kPKt1XyX7KANkqVR6yZ2Va5NrPIvPYbyMvRKBMM", "XzFrzwscM6Gn6CJDc6vVK8BkMnfG8vOSKfpPIZdAfdE",
        "gbOsI4Edq2x2Kw-w5wPEzakob9hV1cRD0ATN3oQL9JM", "jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4",
    ];

    /// <summary>The same section's disclosures: text, digest, JSON.</summary>
    public static TheoryData<string, string, string> Examples => new()
    {
        { "WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd", "jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4", """["2GLC42sKQveCfGfryNRN9w", "given_name", "John"]""" },
        { "WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwgImZhbWlseV9uYW1lIiwgIkRvZSJd", "TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo", """["eluV5Og3gSNII8EYnsxA_A", "family_name", "Doe"]""" },
        { "WyI2SWo3dE0tYTVpVlBHYm9TNXRtdlZBIiwgImVtYWlsIiwgImpvaG5kb2VAZXhhbXBsZS5jb20iXQ", "JzYjH4svliH0R3PyEMfeZu6Jt69u5qehZo7F7EPYlSE", """["6Ij7tM-a5iVPGboS5tmvVA", "email", "johndoe@example.com"]""" },
        { "WyJlSThaV205UW5LUHBOUGVOZW5IZGhRIiwgInBob25lX251bWJlciIsICIrMS0yMDItNTU1LTAxMDEiXQ", "PorFbpKuVu6xymJagvkFsFXAbRoc2JGlAUA2BA4o7cI", """["eI8ZWm9QnKPpNPeNenHdhQ", "phone_number", "+1-202-555-0101"]""" },
        { "WyJRZ19PNjR6cUF4ZTQxMmExMDhpcm9BIiwgInBob25lX251bWJlcl92ZXJpZmllZCIsIHRydWVd", "XQ_3kPKt1XyX7KANkqVR6yZ2Va5NrPIvPYbyMvRKBMM", """["Qg_O64zqAxe412a108iroA", "phone_number_verified", true]""" },
        { "WyJBSngtMDk1VlBycFR0TjRRTU9xUk9BIiwgImFkZHJlc3MiLCB7InN0cmVldF9hZGRyZXNzIjogIjEyMyBNYWluIFN0IiwgImxvY2FsaXR5IjogIkFueXRvd24iLCAicmVnaW9uIjogIkFueXN0YXRlIiwgImNvdW50cnkiOiAiVVMifV0", "XzFrzwscM6Gn6CJDc6vVK8BkMnfG8vOSKfpPIZdAfdE", """["AJx-095VPrpTtN4QMOqROA", "address", {"street_address": "123 Main St", "locality": "Anytown", "region": "Anystate", "country": "US"}]""" },
        { "WyJQYzMzSk0yTGNoY1VfbEhnZ3ZfdWZRIiwgImJpcnRoZGF0ZSIsICIxOTQwLTAxLTAxIl0", "gbOsI4Edq2x2Kw-w5wPEzakob9hV1cRD0ATN3oQL9JM", """["Pc33JM2LchcU_lHggv_ufQ", "birthdate", "1940-01-01"]""" },
        { "WyJHMDJOU3JRZmpGWFE3SW8wOXN5YWpBIiwgInVwZGF0ZWRfYXQiLCAxNTcwMDAwMDAwXQ", "CrQe7S5kqBAHt-nMYXgc6bdt2SH5aTY1sU_M-PgkjPI", """["G02NSrQfjFXQ7Io09syajA", "updated_at", 1570000000]""" },
        { "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIlVTIl0", "pFndjkZ_VCzmyTa6UjlZo3dh-ko8aIKQc9DlGzhaVYo", """["lklxF5jMYlGTPUovMNIvCA", "US"]""" },
        { "WyJuUHVvUW5rUkZxM0JJZUFtN0FuWEZBIiwgIkRFIl0", "7Cf6JkPudry3lcbwHgeZ8khAv1U1OSlerP0VkBJrWZ0", """["nPuoQnkRFq3BIeAm7AnXFA", "DE"]""" },
    };

    private static string[] FieldTexts => [.. Examples.Select(e => e.Data.Item1).Take(8)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_standards_disclosures_have_their_digests(string text, string digest, string json)
    {
        Assert.Equal(json, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)));
        Assert.Equal(digest, Disclosure.DigestOf(text));
        if (!s_issued.Contains(digest))
        {
            Assert.Contains("2 elements", Assert.Throws<RecordException>(() => Disclosure.Parse(text)).Message, StringComparison.Ordinal);
            return;
        }
        var read = Disclosure.Parse(text);
        Assert.Equal((text, digest), (read.Text, read.Digest));
        Assert.Equal(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)), CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes($"[\"{read.Salt}\",\"{read.Name}\",{Encoding.UTF8.GetString(read.Value.Span)}]")));
    }

    [Fact]
    public void The_standards_disclosures_open_the_issuers_digests()
    {
        var fields = DisclosureSet.Resolve(s_issued, ["iss", "iat", "exp", "sub", "nationalities", "_sd_alg", "cnf"], FieldTexts.Select(Disclosure.Parse));
        Assert.Equal(["address", "birthdate", "email", "family_name", "given_name", "phone_number", "phone_number_verified", "updated_at"], fields.Keys.Order());
        Assert.Equal("\"John\"", Encoding.UTF8.GetString(fields["given_name"].Value.Span));
        Assert.Equal("1570000000", Encoding.UTF8.GetString(fields["updated_at"].Value.Span));
        Assert.Equal("""{"country":"US","locality":"Anytown","region":"Anystate","street_address":"123 Main St"}""", Encoding.UTF8.GetString(fields["address"].Value.Span));
    }

    /// <summary>RFC 9901, section 7.1, steps 3 to 5.</summary>
    [Fact]
    public void What_does_not_open_a_leaf_is_refused()
    {
        var john = Disclosure.Parse(FieldTexts[0]);
        var doe = Disclosure.Parse(FieldTexts[1]);
        Assert.Contains("opens nothing here", Refusal(() => DisclosureSet.Resolve(s_issued.Except([john.Digest]), [], [john])), StringComparison.Ordinal);
        Assert.Contains("given twice", Refusal(() => DisclosureSet.Resolve(s_issued, [], [john, doe, john])), StringComparison.Ordinal);
        Assert.Contains("twice", Refusal(() => DisclosureSet.Resolve([.. s_issued, doe.Digest], [], [john])), StringComparison.Ordinal);
        Assert.Contains("there already", Refusal(() => DisclosureSet.Resolve(s_issued, ["sub", "given_name"], [john])), StringComparison.Ordinal);
        var namesake = Disclosure.Create("given_name", "\"Jane\""u8);
        Assert.Contains("there already", Refusal(() => DisclosureSet.Resolve([john.Digest, namesake.Digest], [], [john, namesake])), StringComparison.Ordinal);
        foreach (var name in new[] { "_sd", "...", "_sd_alg" })
            Assert.Throws<RecordException>(() => Disclosure.Parse(Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"[\"salt\",\"{name}\",1]"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("WyIx")]
    [InlineData("WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd=")]
    [InlineData("WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd ")]
    [InlineData("e30")]
    [InlineData("MQ")]
    [InlineData("WzEsImEiLDFd")]
    [InlineData("WyJhIiwxLDFd")]
    [InlineData("WyJhIiwiYiIsMSwxXQ")]
    public void What_is_no_disclosure_is_refused(string text) => Assert.Throws<RecordException>(() => Disclosure.Parse(text));

    [Fact]
    public void Ours_are_canonical_and_are_read_back()
    {
        var made = Disclosure.Create("crew \"x\"", "{ \"b\": [1, 2], \"a\": \"\\u00e9\" }"u8, SeededRandom.Of(1));
        Assert.Matches("^[A-Za-z0-9_-]{22}$", made.Salt);
        Assert.Equal($"[\"{made.Salt}\",\"crew \\\"x\\\"\",{{\"a\":\"é\",\"b\":[1,2]}}]", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(made.Text)));
        var read = Disclosure.Parse(made.Text);
        Assert.Equal((made.Name, made.Salt, made.Digest), (read.Name, read.Salt, read.Digest));
        Assert.Equal(made.Value.ToArray(), read.Value.ToArray());
        Assert.NotEqual(made.Digest, Disclosure.Create("crew \"x\"", made.Value.Span, SeededRandom.Of(2)).Digest);
        Assert.NotEqual(Disclosure.Create("a", "1"u8).Digest, Disclosure.Create("a", "1"u8).Digest);
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("a,b", "1")]
    [InlineData("a\nb", "1")]
    [InlineData("_a", "1")]
    [InlineData("...", "1")]
    [InlineData("*", "1")]
    [InlineData("kind", "1")]
    [InlineData("prev", "1")]
    [InlineData("a", "1.5")]
    [InlineData("a", "")]
    [InlineData("a", "{\"x\":1,\"x\":2}")]
    public void What_cannot_be_sealed_is_refused(string name, string value) => Assert.Throws<RecordException>(() => Disclosure.Create(name, Encoding.UTF8.GetBytes(value)));

    [Fact]
    public void A_field_too_large_to_be_published_is_not_sealed()
    {
        static byte[] Text(int length) => Encoding.ASCII.GetBytes("\"" + new string('x', length) + "\"");
        // 56,000 characters of base64 hold 42,000 bytes; 22 of salt, 1 of name and 9 marks.
        Assert.Equal(Disclosure.MaximumTextLength, Disclosure.Create("a", Text(42_000 - 22 - 1 - 10)).Text.Length);
        Assert.Contains("too large to be sealed", Refusal(() => Disclosure.Create("a", Text(42_000 - 22 - 1 - 9))), StringComparison.Ordinal);
        // The longest of everything still fits into one leaf.
        var worst = string.Concat(Enumerable.Repeat("\u20ac", 1_000));
        var largest = Disclosure.Create("a", Text(42_000 - 22 - 1 - 10));
        var subject = string.Concat(Enumerable.Repeat("\U0001F600", 200));
        new PublishedDisclosures(new(CanonicalJson.MaximumInteger, Record.Merkle.MerkleTree.EmptyRoot), [largest], worst, worst).ToDraft(subject);
    }

    [Fact]
    public void Nothing_but_disclosures_is_read_and_no_exception_but_ours()
    {
        Gen.Byte.Array[0, 60].Sample(bytes => Feed(Base64Url.EncodeToString(bytes)), iter: 10_000);
        Gen.Char[' ', '~'].Array[0, 60].Sample(text => Feed(new(text)), iter: 10_000);
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 500], Gen.Byte).Sample((which, at, value) =>
        {
            var bytes = Base64Url.DecodeFromChars(FieldTexts[which]);
            bytes[at % bytes.Length] = value;
            Feed(Base64Url.EncodeToString(bytes));
        }, iter: 10_000);

        static void Feed(string text)
        {
            Disclosure read;
            try
            {
                read = Disclosure.Parse(text);
            }
            catch (RecordException)
            {
                return;
            }
            Assert.Equal(text, read.Text);
            Assert.Equal(read.Value.ToArray(), CanonicalJson.Canonicalize(read.Value.Span));
        }
    }

    private static string Refusal(Action action) => Assert.Throws<RecordException>(action).Message;
}
