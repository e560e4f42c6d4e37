using System.Text;
using Overflight.Feeds.Asterix;
using Overflight.Feeds.Sbs;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests;

/// <summary>A message of an aircraft that is known costs no memory.</summary>
public sealed class AllocationTests
{
    private const int Messages = 2_000;

    [Fact]
    public void An_ASTERIX_block_allocates_nothing()
    {
        // Two blocks in turn, so that no report repeats the one before it.
        var blocks = SourceInputs.Binary(2).First().Bytes;
        var (first, second) = (blocks[..(blocks.Length / 2)], blocks[(blocks.Length / 2)..]);
        AllocatesNothing(session =>
        {
            var decoder = new AsterixDecoder(session);
            return () =>
            {
                decoder.Accept(first, 0, 1_717_675_200_000_000);
                decoder.Accept(second, 0, 1_717_675_201_000_000);
            };
        });
    }

    [Fact]
    public void An_SBS_line_allocates_nothing()
    {
        var lines = SourceInputs.Text(12).First().Text.Split("\r\n").Select(Encoding.UTF8.GetBytes).ToArray();
        AllocatesNothing(session =>
        {
            var decoder = new SbsDecoder(session);
            return () =>
            {
                foreach (var line in lines)
                    decoder.Accept(line, 0);
            };
        });
    }

    private static void AllocatesNothing(Func<ReadSession, Action> make)
    {
        var fixes = 0;
        var once = make(new ReadSession("allocation", new ReadOptions { EachFix = Count }, _ => { }));
        for (var i = 0; i < 50; i++)
            once();
        Assert.Equal(0, Allocation.Least(() =>
        {
            fixes = 0;
            for (var i = 0; i < Messages; i++)
                once();
        }));
        Assert.True(fixes >= 2 * Messages, $"{fixes} fixes");

        void Count(Aircraft aircraft, string callsign, in Fix fix) => fixes++;
    }
}
