using CsCheck;
using Overflight.Designations.Search;

namespace Overflight.Designations.Tests.Search;

public sealed class NameTextTests
{
    [Theory]
    [InlineData("COMERCIAL CIMEX, S.A. DE C.V.", "COMERCIAL CIMEX SA DE CV")]
    [InlineData("Compañía Ñandú S.A.S.", "COMPANIA NANDU SAS")]
    [InlineData("Große Straße Łódź Ærø Þór Đorđe Œuvre", "GROSSE STRASSE LODZ AERO THOR DORDE OEUVRE")]
    [InlineData("AL-QA'IDA", "AL QAIDA")]
    [InlineData("Jose\u0301 Nu\u00F1ez", "JOSE NUNEZ")]
    [InlineData("Việt Nam", "VIET NAM")]
    [InlineData("A. B. SMITH", "A B SMITH")]
    [InlineData("U.S.A", "USA")]
    [InlineData("Бабушкина Щукин", "BABUSHKINA SHCHUKIN")]
    [InlineData("Αθήνα Ψωμί", "ATHINA PSOMI")]
    [InlineData("القاعدة", "AL QAADA")]
    [InlineData("حزب", "HZB")]
    [InlineData("Mikhail's \"Boat\" & Sons", "MIKHAILS BOAT SONS")]
    [InlineData("華為 技術", "華為 技術")]
    [InlineData(" -,. ", "")]
    [InlineData("A1-B2", "A1 B2")]
    public void A_name_becomes_tokens_in_Latin_capitals(string name, string tokens) => Assert.Equal(tokens, string.Join(' ', NameText.TokensOf(name)));

    [Fact]
    public void Names_have_an_end()
    {
        Assert.Equal(NameText.MostTokens, NameText.TokensOf(string.Concat(Enumerable.Repeat("word ", 100))).Count);
        Assert.Equal(NameText.LongestToken, NameText.TokensOf(new string('щ', 100))[0].Length);
    }

    [Fact]
    public void Any_text_is_taken_and_gives_tokens_that_are_taken_as_they_are() => Gen.String[0, 80].Sample(
        text =>
        {
            var tokens = NameText.TokensOf(text);
            Assert.All(tokens, token => Assert.InRange(token.Length, 1, NameText.LongestToken));
            if (text.All(c => c < 0x250))
                Assert.Equal(tokens, NameText.TokensOf(string.Join(' ', tokens)));
        }, iter: 20_000);

    [Theory]
    [InlineData("GRAU, Ines Maria", EntryType.Individual, "INES MARIA GRAU")]
    [InlineData("GRAU, S.A.", EntryType.Entity, "GRAU SA")]
    public void A_person_s_last_name_goes_last(string name, EntryType type, string tokens) => Assert.Equal(tokens, string.Join(' ', NameText.TokensOf(name, type)));
}
