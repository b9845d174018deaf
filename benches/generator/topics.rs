//! What a family of documents is about.

/// Chủ đề of a family.
#[derive(Debug)]
pub struct Topic {
    /// As it follows `công tác`.
    pub name: &'static str,
    /// The law that governs it: name, number, day.
    pub law: (&'static str, &'static str, &'static str),
    /// What is worked on, as objects of verbs.
    pub objects: [&'static str; 8],
}

/// Every topic.
pub const TOPICS: [Topic; 12] = [
    Topic {
        name: "phòng, chống thiên tai và tìm kiếm cứu nạn",
        law: ("Luật Phòng, chống thiên tai", "33/2013/QH13", "19/6/2013"),
        objects: [
            "phương án sơ tán dân ở vùng trũng thấp",
            "hệ thống trạm đo mưa tự động",
            "vật tư dự phòng tại các điểm xung yếu",
            "bản đồ khu vực có nguy cơ sạt lở",
            "lực lượng xung kích ở thôn, ấp",
            "chế độ trực ban trong mùa mưa bão",
            "các hồ chứa nước do địa phương quản lý",
            "kênh cảnh báo sớm qua tin nhắn",
        ],
    },
    Topic {
        name: "bảo vệ môi trường và thu gom, xử lý chất thải rắn",
        law: ("Luật Bảo vệ môi trường", "72/2020/QH14", "17/11/2020"),
        objects: [
            "các bãi chôn lấp đã đóng cửa",
            "hợp đồng thu gom rác với hộ kinh doanh",
            "việc phân loại rác tại nguồn ở khu dân cư",
            "trạm quan trắc nước thải tự động",
            "cơ sở dữ liệu về nguồn thải",
            "phương tiện vận chuyển chất thải nguy hại",
            "mức thu phí vệ sinh của từng nhóm hộ",
            "các làng nghề gây ô nhiễm",
        ],
    },
    Topic {
        name: "bảo đảm an toàn thực phẩm tại bếp ăn tập thể",
        law: ("Luật An toàn thực phẩm", "55/2010/QH12", "17/6/2010"),
        objects: [
            "hồ sơ nguồn gốc nguyên liệu của bếp ăn",
            "giấy khám sức khỏe của người chế biến",
            "việc lưu mẫu thức ăn",
            "các cơ sở cung cấp suất ăn sẵn",
            "quy trình xử trí khi có ca ngộ độc",
            "dụng cụ xét nghiệm nhanh",
            "danh sách bếp ăn có trên 200 suất mỗi ngày",
            "đường dây nóng tiếp nhận phản ánh",
        ],
    },
    Topic {
        name: "phát triển du lịch gắn với bảo tồn văn hóa địa phương",
        law: ("Luật Du lịch", "09/2017/QH14", "19/6/2017"),
        objects: [
            "bộ nhận diện điểm đến",
            "các tuyến tham quan liên xã",
            "đội ngũ hướng dẫn viên tại điểm",
            "hệ thống biển chỉ dẫn hai thứ tiếng",
            "các lễ hội cấp cơ sở",
            "mô hình lưu trú trong dân",
            "bãi đỗ xe và nhà vệ sinh công cộng",
            "lịch sự kiện của địa phương",
        ],
    },
    Topic {
        name: "nâng cao chất lượng giáo dục ở vùng khó khăn",
        law: ("Luật Giáo dục", "43/2019/QH14", "14/6/2019"),
        objects: [
            "mạng lưới điểm trường lẻ",
            "nhà công vụ cho giáo viên",
            "việc dạy tiếng Việt trước lớp Một",
            "thiết bị dạy học tối thiểu",
            "chế độ ăn bán trú của học sinh",
            "danh sách học sinh có nguy cơ bỏ học",
            "phòng học bộ môn và thư viện",
            "kế hoạch luân chuyển giáo viên",
        ],
    },
    Topic {
        name: "bảo vệ, chăm sóc trẻ em và phòng, chống đuối nước",
        law: ("Luật Trẻ em", "102/2016/QH13", "05/4/2016"),
        objects: [
            "các ao, hồ chưa có rào chắn",
            "lớp dạy bơi trong dịp hè",
            "đội ngũ cộng tác viên ở thôn, ấp",
            "hồ sơ trẻ em có hoàn cảnh đặc biệt",
            "khu vui chơi tại nhà văn hóa",
            "quy trình tiếp nhận tin báo về bạo hành",
            "phao cứu sinh tại bến đò",
            "quỹ học bổng của địa phương",
        ],
    },
    Topic {
        name: "tiếp công dân, giải quyết khiếu nại, tố cáo",
        law: ("Luật Tiếp công dân", "42/2013/QH13", "25/11/2013"),
        objects: [
            "các vụ việc tồn đọng kéo dài",
            "lịch tiếp dân của người đứng đầu",
            "phần mềm theo dõi đơn thư",
            "nơi tiếp công dân của xã, phường",
            "tổ hòa giải ở khu dân cư",
            "hồ sơ các vụ việc đã có quyết định cuối cùng",
            "mẫu biểu thống kê đơn thư",
            "quy trình phân loại đơn",
        ],
    },
    Topic {
        name: "quản lý, bảo vệ rừng và phòng cháy rừng",
        law: ("Luật Lâm nghiệp", "16/2017/QH14", "15/11/2017"),
        objects: [
            "ranh giới các tiểu khu rừng",
            "chòi canh và đường băng cản lửa",
            "hợp đồng khoán bảo vệ rừng",
            "các xưởng chế biến gỗ ven rừng",
            "tổ đội tuần tra của cộng đồng",
            "dữ liệu ảnh vệ tinh về mất rừng",
            "kế hoạch trồng rừng thay thế",
            "nguồn chi trả dịch vụ môi trường rừng",
        ],
    },
    Topic {
        name: "chống khai thác thủy sản bất hợp pháp",
        law: ("Luật Thủy sản", "18/2017/QH14", "21/11/2017"),
        objects: [
            "thiết bị giám sát hành trình trên tàu cá",
            "sổ nhật ký khai thác",
            "các tàu cá chưa đăng ký",
            "cảng cá và bến cá tạm",
            "danh sách tàu có nguy cơ cao",
            "việc kiểm soát tàu ra vào cửa biển",
            "chính sách chuyển đổi nghề cho ngư dân",
            "hồ sơ truy xuất nguồn gốc sản phẩm",
        ],
    },
    Topic {
        name: "phát triển văn hóa đọc trong cộng đồng",
        law: ("Luật Thư viện", "46/2019/QH14", "21/11/2019"),
        objects: [
            "tủ sách ở nhà văn hóa thôn",
            "chuyến xe thư viện lưu động",
            "kho sách số dùng chung",
            "ngày hội đọc sách của học sinh",
            "việc luân chuyển sách về cơ sở",
            "phòng đọc dành cho người khuyết tật",
            "danh mục sách về lịch sử địa phương",
            "đội ngũ tình nguyện viên thư viện",
        ],
    },
    Topic {
        name: "hỗ trợ thanh niên khởi nghiệp và lập nghiệp",
        law: ("Luật Thanh niên", "57/2020/QH14", "16/6/2020"),
        objects: [
            "nguồn vốn vay ưu đãi cho thanh niên",
            "các câu lạc bộ khởi nghiệp",
            "lớp đào tạo nghề ngắn hạn",
            "sàn giới thiệu sản phẩm của thanh niên",
            "dữ liệu về nhu cầu việc làm",
            "vườn ươm ý tưởng tại trường học",
            "phiên giao dịch việc làm ở cụm xã",
            "đội ngũ chuyên gia cố vấn",
        ],
    },
    Topic {
        name: "cải cách thủ tục hành chính và chuyển đổi số",
        law: ("Luật Công nghệ thông tin", "67/2006/QH11", "29/6/2006"),
        objects: [
            "bộ phận một cửa ở cấp xã",
            "danh mục thủ tục làm toàn trình trên mạng",
            "việc số hóa hồ sơ đầu vào",
            "đường truyền ở vùng sâu, vùng xa",
            "tổ công nghệ số cộng đồng",
            "kết quả đo lường sự hài lòng của người dân",
            "quy trình nội bộ giải quyết hồ sơ",
            "chữ ký số của cán bộ, công chức",
        ],
    },
];
