// Which claims hold each place, by GEOS: an STRtree of polygons and a prepared geometry for each, through the C interface.
// usage: geos-locate POLYGONS PLACES ANSWERS [edges]; prints the CPU seconds of the locating alone (median of three).
// With "edges" a polygon whose edge holds the place is told from one that holds it inside, at the price of a second test.
// File formats: bench/Overflight.Benchmarks/SourcePolygons.cs, Places.cs, Answer.cs.
#include <geos_c.h>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <vector>

template <class T> static T read(std::ifstream& in) { T value; in.read(reinterpret_cast<char*>(&value), sizeof value); return value; }

struct Area { uint32_t claim; GEOSGeometry* polygon; const GEOSPreparedGeometry* prepared; };
struct Query { GEOSGeometry* point; bool edges; std::vector<uint32_t> hits; };

static GEOSContextHandle_t geos;

static void hit(void* item, void* data) {
    auto area = static_cast<Area*>(item);
    auto query = static_cast<Query*>(data);
    if (GEOSPreparedIntersects_r(geos, area->prepared, query->point))
        query->hits.push_back(area->claim << 1 | (query->edges && !GEOSPreparedContains_r(geos, area->prepared, query->point)));
}

int main(int count, char** arguments) {
    geos = GEOS_init_r();
    std::ifstream in(arguments[1], std::ios::binary);
    std::vector<Area> areas(read<uint32_t>(in));
    auto tree = GEOSSTRtree_create_r(geos, 10);
    for (auto& area : areas) {
        area.claim = read<uint32_t>(in);
        std::vector<GEOSGeometry*> rings(read<uint32_t>(in));
        for (auto& ring : rings) {
            std::vector<double> corners(2 * read<uint32_t>(in));
            in.read(reinterpret_cast<char*>(corners.data()), 8 * corners.size());
            ring = GEOSGeom_createLinearRing_r(geos, GEOSCoordSeq_copyFromBuffer_r(geos, corners.data(), corners.size() / 2, 0, 0));
        }
        area.polygon = GEOSGeom_createPolygon_r(geos, rings[0], rings.data() + 1, rings.size() - 1);
        area.prepared = GEOSPrepare_r(geos, area.polygon);
        GEOSSTRtree_insert_r(geos, tree, area.polygon, &area);
    }
    std::ifstream points(arguments[2], std::ios::binary | std::ios::ate);
    std::vector<double> places(points.tellg() / 8);
    points.seekg(0);
    points.read(reinterpret_cast<char*>(places.data()), 8 * places.size());
    std::vector<uint32_t> answers(places.size() / 2);
    std::vector<double> seconds;
    Query query{nullptr, count > 4, {}};
    for (int run = 0; run < 4; run++) {
        auto start = std::clock();
        for (size_t i = 0; i < answers.size(); i++) {
            query.point = GEOSGeom_createPointFromXY_r(geos, places[2 * i], places[2 * i + 1]);
            query.hits.clear();
            GEOSSTRtree_query_r(geos, tree, query.point, hit, &query);
            GEOSGeom_destroy_r(geos, query.point);
            auto& hits = query.hits;
            std::sort(hits.begin(), hits.end());
            uint32_t answer = 0;
            for (size_t k = 0; k < hits.size();) {
                uint32_t claim = hits[k] >> 1, odd = 0, edge = 0;
                for (; k < hits.size() && hits[k] >> 1 == claim; k++) { odd ^= 1; edge |= hits[k] & 1; }
                if (odd | edge) answer = answer * 1009 + claim + 1;
            }
            answers[i] = answer;
        }
        // The first run builds the prepared indexes and does not count.
        if (run > 0) seconds.push_back(double(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::sort(seconds.begin(), seconds.end());
    std::ofstream(arguments[3], std::ios::binary).write(reinterpret_cast<char*>(answers.data()), 4 * answers.size());
    std::printf("%.6f\n", seconds[1]);
}
